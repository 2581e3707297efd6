import { html, nothing, type TemplateResult } from 'lit';
import type { Faults } from '../../src/sandbox/index.js';
import { commandNames } from '../../src/sdk/index.js';
import { cross } from '../../src/ui/components/icons.js';
import { fieldText, onSubmit } from './form.js';
import type { Panel } from './panel.js';

const kinds = ['refuse', 'drop', 'twice'] as const;
type Kind = (typeof kinds)[number];

const delays = [0, 2000, 8000, 20_000] as const;
const qualities = ['', 'e', 'd', 'c', 'b', 'a'] as const;
const EVERY = '*';

const isKind = (text: string): text is Kind => (kinds as readonly string[]).includes(text);

/** What is wrong with single commands, as one list. */
export class Trouble {
  constructor(readonly faults: Faults) {}

  get list(): readonly (readonly [Kind, string])[] {
    return kinds.flatMap((kind) => [this.faults[kind]].flat().map((command) => [kind, command] as const));
  }

  add(kind: Kind, command: string): void {
    this.remove(kind, command);
    this.faults[kind] = [...this.faults[kind], command];
  }

  remove(kind: Kind, command: string): void {
    this.faults[kind] = [this.faults[kind]].flat().filter((each) => each !== command);
  }
}

function drawChoice<V extends string | number>(
  panel: Panel,
  label: string,
  values: readonly V[],
  current: V | undefined,
  word: (value: V) => string,
  choose: (value: V) => void,
): TemplateResult {
  const change = (event: Event): void => {
    const chosen = values[(event.target as HTMLSelectElement).selectedIndex];
    if (chosen !== undefined) choose(chosen);
    panel.refresh();
  };
  return html`<label class="field">
    ${label}
    <select @change=${change}>
      ${values.map((value) => html`<option ?selected=${value === current}>${word(value)}</option>`)}
    </select>
  </label>`;
}

/** What fails on demand. */
export function drawTrouble(panel: Panel): TemplateResult {
  const { centre, t } = panel;
  const { faults } = centre;
  const isDown = centre.snapshot().network === 'down';
  return html`<fieldset part="trouble">
    <legend>${t('sandbox.trouble')}</legend>
    <div class="stack">
      <div class="buttons">
        ${panel.button(t('sandbox.expire'), 'expire-token', () => centre.expireToken())}
        ${panel.button(t('sandbox.displace'), 'displace', () => centre.displaceAgent())}
        ${
          isDown
            ? panel.button(t('sandbox.restoreNetwork'), 'network', () => centre.restoreNetwork(), { look: 'accent' })
            : panel.button(t('sandbox.loseNetwork'), 'network', () => centre.loseNetwork())
        }
      </div>
      <div class="stack">
        ${drawChoice(
          panel,
          t('sandbox.slow'),
          delays,
          delays.find((ms) => ms === faults.slow),
          (ms) => t(`sandbox.slow.${ms}`),
          (ms) => (faults.slow = ms),
        )}
        ${drawChoice(
          panel,
          t('sandbox.garble'),
          qualities,
          faults.garble,
          (letter) => t(`sandbox.garble.${letter}`),
          (letter) => (faults.garble = letter),
        )}
      </div>
      ${drawFaults(panel)}
    </div>
  </fieldset>`;
}

function drawFaults(panel: Panel): TemplateResult {
  const { t, trouble } = panel;
  const nameOf = (command: string): string => (command === EVERY ? t('sandbox.every') : command);
  const submit = onSubmit((form) => {
    const kind = fieldText(form, 'kind');
    if (isKind(kind)) trouble.add(kind, fieldText(form, 'command'));
    panel.refresh();
  });
  const chip = ([kind, command]: readonly [Kind, string]): TemplateResult =>
    html`<li>
      <button
        type="button"
        class="button quiet small"
        part="button remove-fault"
        aria-label=${t('sandbox.removeFault', t(`sandbox.fault.${kind}`), nameOf(command))}
        @click=${() => {
          trouble.remove(kind, command);
          panel.refresh();
        }}
      >
        <span><code>${nameOf(command)}</code> ${t(`sandbox.fault.${kind}`)}</span>${cross}
      </button>
    </li>`;
  return html`<form class="stack" @submit=${submit}>
      <div class="stack">
        <label class="field">
          ${t('sandbox.command')}
          <select name="command">
            <option value=${EVERY}>${t('sandbox.every')}</option>
            ${commandNames.map((name) => html`<option>${name}</option>`)}
          </select>
        </label>
        <label class="field">
          ${t('sandbox.fault')}
          <select name="kind">
            ${kinds.map((kind) => html`<option value=${kind}>${t(`sandbox.fault.${kind}`)}</option>`)}
          </select>
        </label>
      </div>
      <button class="button plain" part="button add-fault">${t('sandbox.addFault')}</button>
    </form>
    ${
      trouble.list.length
        ? html`<ul class="chips">
            ${trouble.list.map(chip)}
          </ul>`
        : nothing
    }`;
}
