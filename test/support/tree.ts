import { a11ySnapshot } from '@web/test-runner-commands';

/** What assistive technology has of one thing in the page. */
export interface Heard {
  readonly role: string;
  readonly name?: string;
  readonly description?: string;
  readonly value?: string | number;
  readonly children?: readonly Heard[];
}

const flat = (node: Heard): Heard[] => [node, ...(node.children ?? []).flatMap(flat)];

/** Everything in the page as assistive technology has it. */
export const tree = async (): Promise<Heard[]> => flat((await a11ySnapshot({})) as unknown as Heard);

/** The thing with this name, by which a person finds it. */
export const nodeNamed = async (name: string): Promise<Heard | undefined> =>
  (await tree()).find((node) => node.name === name);
