import { html, nothing, type TemplateResult } from 'lit';
import type { Faults } from '../../src/sandbox/index.js';
import { commandNames } from '../../src/sdk/index.js';
import { cross } from '../../src/ui/icons/index.js';
import { fieldText, onSubmit } from './form-controls.js';
import type { SandboxPanel } from './panel.js';

const faultKinds = ['refuse', 'drop', 'twice'] as const;
type FaultKind = (typeof faultKinds)[number];

const delays = [0, 2000, 8000, 20_000] as const;
const qualities = ['', 'e', 'd', 'c', 'b', 'a'] as const;
const EVERY_COMMAND = '*';

const isKind = (text: string): text is FaultKind => (faultKinds as readonly string[]).includes(text);

/** What is wrong with single commands, as one list. */
export class FaultList {
  constructor(readonly faults: Faults) {}

  get list(): readonly (readonly [FaultKind, string])[] {
    return faultKinds.flatMap((kind) => [this.faults[kind]].flat().map((command) => [kind, command] as const));
  }

  add(kind: FaultKind, command: string): void {
    this.remove(kind, command);
    this.faults[kind] = [...this.faults[kind], command];
  }

  remove(kind: FaultKind, command: string): void {
    this.faults[kind] = [this.faults[kind]].flat().filter((each) => each !== command);
  }
}

function renderChoice<V extends string | number>(
  panel: SandboxPanel,
  label: string,
  values: readonly V[],
  current: V | undefined,
  labelOf: (value: V) => string,
  onChoose: (value: V) => void,
): TemplateResult {
  const handleChange = (event: Event): void => {
    const chosen = values[(event.target as HTMLSelectElement).selectedIndex];
    if (chosen !== undefined) onChoose(chosen);
    panel.refresh();
  };
  return html`<label class="field">
    ${label}
    <select @change=${handleChange}>
      ${values.map((value) => html`<option ?selected=${value === current}>${labelOf(value)}</option>`)}
    </select>
  </label>`;
}

/** What fails on demand. */
export function renderFaultSection(panel: SandboxPanel): TemplateResult {
  const { centre, t } = panel;
  const { faults } = centre;
  const isNetworkDown = centre.snapshot().network === 'down';
  return html`<fieldset part="trouble">
    <legend>${t('sandbox.trouble')}</legend>
    <div class="stack">
      <div class="buttons">
        ${panel.renderButton(t('sandbox.expire'), 'expire-token', () => centre.expireToken())}
        ${panel.renderButton(t('sandbox.displace'), 'displace', () => centre.displaceAgent())}
        ${
          isNetworkDown
            ? panel.renderButton(t('sandbox.restoreNetwork'), 'network', () => centre.restoreNetwork(), {
                variant: 'accent',
              })
            : panel.renderButton(t('sandbox.loseNetwork'), 'network', () => centre.loseNetwork())
        }
      </div>
      <div class="stack">
        ${renderChoice(
          panel,
          t('sandbox.slow'),
          delays,
          delays.find((ms) => ms === faults.slow),
          (ms) => t(`sandbox.slow.${ms}`),
          (ms) => (faults.slow = ms),
        )}
        ${renderChoice(
          panel,
          t('sandbox.garble'),
          qualities,
          faults.garble,
          (letter) => t(`sandbox.garble.${letter}`),
          (letter) => (faults.garble = letter),
        )}
      </div>
      ${renderCommandFaults(panel)}
    </div>
  </fieldset>`;
}

function renderCommandFaults(panel: SandboxPanel): TemplateResult {
  const { t, faultList } = panel;
  const commandLabel = (command: string): string => (command === EVERY_COMMAND ? t('sandbox.every') : command);
  const handleSubmit = onSubmit((form) => {
    const kind = fieldText(form, 'kind');
    if (isKind(kind)) faultList.add(kind, fieldText(form, 'command'));
    panel.refresh();
  });
  const renderChip = ([kind, command]: readonly [FaultKind, string]): TemplateResult =>
    html`<li>
      <button
        type="button"
        class="button quiet small"
        part="button remove-fault"
        aria-label=${t('sandbox.removeFault', t(`sandbox.fault.${kind}`), commandLabel(command))}
        @click=${() => {
          faultList.remove(kind, command);
          panel.refresh();
        }}
      >
        <span><code>${commandLabel(command)}</code> ${t(`sandbox.fault.${kind}`)}</span>${cross}
      </button>
    </li>`;
  return html`<form class="stack" @submit=${handleSubmit}>
      <div class="stack">
        <label class="field">
          ${t('sandbox.command')}
          <select name="command">
            <option value=${EVERY_COMMAND}>${t('sandbox.every')}</option>
            ${commandNames.map((name) => html`<option>${name}</option>`)}
          </select>
        </label>
        <label class="field">
          ${t('sandbox.fault')}
          <select name="kind">
            ${faultKinds.map((kind) => html`<option value=${kind}>${t(`sandbox.fault.${kind}`)}</option>`)}
          </select>
        </label>
      </div>
      <button class="button plain" part="button add-fault">${t('sandbox.addFault')}</button>
    </form>
    ${
      faultList.list.length
        ? html`<ul class="chips">
            ${faultList.list.map(renderChip)}
          </ul>`
        : nothing
    }`;
}
