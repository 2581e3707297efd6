/**
 * The section of the faults on demand: token, a login at another place, network, slow answers, bad
 * voice, failing commands. A page has to be tested with them before the platform causes them.
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { Faults } from '../../src/sandbox/index.js';
import { commandNames } from '../../src/sdk/index.js';
import { cross } from '../../src/ui/icons/index.js';
import { fieldText, onSubmit, plainButton, renderChoice } from './form-controls.js';
import type { PanelContext } from './panel-context.js';

/** The faults that are lists of command names: refused, never answered, answered twice. */
const faultKinds = ['refuse', 'drop', 'twice'] as const;
/** A fault of a command, named as its list in `Faults`. */
type FaultKind = (typeof faultKinds)[number];
/** One chip of the list: a fault, and the command that has it. */
type CommandFault = readonly [kind: FaultKind, command: string];

/**
 * The delays to choose from. 2 s make a pending command visible, 8 s are a slow platform, and 20 s
 * are longer than a command waits.
 */
const ANSWER_DELAYS_MS = [0, 2000, 8000, 20_000] as const;
/** The vendor's letters of voice quality, the best first. Empty: the samples stay as measured. */
const qualityLetters = ['', 'e', 'd', 'c', 'b', 'a'] as const;
/** In a list of faults: all commands. */
const EVERY_COMMAND = '*';

/**
 * Whether the value of the select field is a fault; false for a value that another script has set.
 */
const isFaultKind = (text: string): text is FaultKind => (faultKinds as readonly string[]).includes(text);

/** The faults of single commands, which the call centre keeps as one list for each kind. */
class CommandFaults {
  constructor(private readonly faults: Faults) {}

  /** The faults in the order of the lists. A page may have set a single name instead of a list. */
  get list(): readonly CommandFault[] {
    return faultKinds.flatMap((kind) => [this.faults[kind]].flat().map((command) => [kind, command] as const));
  }

  /** Adds a fault. One that is there already moves to the end of the list. */
  add(kind: FaultKind, command: string): void {
    this.remove(kind, command);
    this.faults[kind] = [...this.faults[kind], command];
  }

  remove(kind: FaultKind, command: string): void {
    this.faults[kind] = [this.faults[kind]].flat().filter((each) => each !== command);
  }
}

/** Sets the faults of the call centre. They apply at once, also to an SDK that is starting. */
export class FaultsSection {
  readonly #commandFaults: CommandFaults;

  constructor(private readonly context: PanelContext) {
    this.#commandFaults = new CommandFaults(context.centre.faults);
  }

  /** Renders the faults of the session first, then those of single commands. */
  render(): TemplateResult {
    const { centre, t } = this.context;
    return html`<fieldset part="trouble">
      <legend>${t('sandbox.trouble')}</legend>
      <div class="stack">
        <div class="buttons">
          ${plainButton(t('sandbox.expire'), 'expire-token', () => centre.expireToken())}
          ${plainButton(t('sandbox.displace'), 'displace', () => centre.displaceAgent())} ${this.#renderNetworkButton()}
        </div>
        <div class="stack">${this.#renderDelayChoice()} ${this.#renderQualityChoice()}</div>
        ${this.#renderCommandFaultForm()} ${this.#renderCommandFaults()}
      </div>
    </fieldset>`;
  }

  /** Renders one button that keeps its part, so that it keeps the focus when its effect changes. */
  #renderNetworkButton(): TemplateResult {
    const { centre, t } = this.context;
    return centre.snapshot().network === 'down'
      ? plainButton(t('sandbox.restoreNetwork'), 'network', () => centre.restoreNetwork(), { variant: 'accent' })
      : plainButton(t('sandbox.loseNetwork'), 'network', () => centre.loseNetwork());
  }

  /** Renders the delay of all answers. A page that has set another delay sees the first choice. */
  #renderDelayChoice(): TemplateResult {
    const { t } = this.context;
    const { faults } = this.context.centre;
    return renderChoice({
      label: t('sandbox.slow'),
      values: ANSWER_DELAYS_MS,
      current: ANSWER_DELAYS_MS.find((ms) => ms === faults.slow),
      labelOf: (ms) => t(`sandbox.slow.${ms}`),
      onSelect: (ms) => {
        faults.slow = ms;
        this.context.refresh();
      },
    });
  }

  /** Renders the voice quality that the SDK reports during a call. */
  #renderQualityChoice(): TemplateResult {
    const { t } = this.context;
    const { faults } = this.context.centre;
    return renderChoice({
      label: t('sandbox.garble'),
      values: qualityLetters,
      current: faults.quality,
      labelOf: (letter) => t(`sandbox.garble.${letter}`),
      onSelect: (letter) => {
        faults.quality = letter;
        this.context.refresh();
      },
    });
  }

  /**
   * Returns the name of a command, which is not translated: a developer knows it from the document.
   */
  #commandLabel(command: string): string {
    return command === EVERY_COMMAND ? this.context.t('sandbox.every') : command;
  }

  /** Adds the fault of the form. */
  readonly #handleSubmit = onSubmit((form) => {
    const kind = fieldText(form, 'kind');
    if (isFaultKind(kind)) this.#commandFaults.add(kind, fieldText(form, 'command'));
    this.context.refresh();
  });

  /** Renders the form that adds a fault to one command, or to all. */
  #renderCommandFaultForm(): TemplateResult {
    const { t } = this.context;
    return html`<form class="stack" @submit=${this.#handleSubmit}>
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
    </form>`;
  }

  /** Renders the faults that are set, so that a forgotten one is seen. */
  #renderCommandFaults(): TemplateResult | typeof nothing {
    const { list } = this.#commandFaults;
    if (list.length === 0) return nothing;
    return html`<ul class="chips">
      ${list.map((fault) => html`<li>${this.#renderCommandFault(fault)}</li>`)}
    </ul>`;
  }

  /** Renders a fault as a button: its text is the fault, its name says that a click removes it. */
  #renderCommandFault([kind, command]: CommandFault): TemplateResult {
    const { t } = this.context;
    const label = this.#commandLabel(command);
    const handleClick = (): void => {
      this.#commandFaults.remove(kind, command);
      this.context.refresh();
    };
    return html`<button
      type="button"
      class="button quiet small"
      part="button remove-fault"
      aria-label=${t('sandbox.removeFault', t(`sandbox.fault.${kind}`), label)}
      @click=${handleClick}
    >
      <span><code>${label}</code> ${t(`sandbox.fault.${kind}`)}</span>${cross}
    </button>`;
  }
}
