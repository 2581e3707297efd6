/** @deprecated `enterState()` and `createSoftphone()` of softphone-fixture.ts return what `scene` holds. */
import { executeServerCommand, setViewport } from '@web/test-runner-commands';
import type { SobotSoftphone } from '../../elements/sobot-softphone/define.js';
import { clear } from './agent.js';
import { createSoftphone, enterState, softphoneStates, type SoftphoneFixture } from './softphone-fixture.js';

export const states = Object.fromEntries(
  Object.entries(softphoneStates).map(([name, { enter, buttons, announces }]) => [
    name,
    { come: enter, buttons, says: announces },
  ]),
);

export const media = (features: { name: string; value: string }[]): Promise<unknown> =>
  executeServerCommand('media-features', features);

export let scene: SoftphoneFixture;

export const begin = (layout?: SobotSoftphone['layout']): void => {
  scene = createSoftphone(layout);
};

export const come = async (name: string, layout?: SobotSoftphone['layout']): Promise<void> => {
  scene = await enterState(name, layout);
};

export function scenes(): void {
  afterEach(async () => {
    clear();
    await media([]);
    await setViewport({ width: 800, height: 600 });
  });
}
