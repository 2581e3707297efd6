import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { PhoneType } from '../../src/sdk/index.js';
import type { AgentSession } from '../../src/session/index.js';
import { disabledReason } from '../../src/state/index.js';
import { actionButton } from '../../src/ui/components/button.js';
import { SobotElement } from '../../src/ui/base/sobot-element.js';
import { logOut } from '../../src/ui/components/icons.js';
import type { Phone } from '../../src/ui/base/agent-host.js';
import { loggedIn, Query } from '../../src/queries/query-cache.js';
import { radioGroup, radioGroups } from '../../src/ui/components/radio-group.js';
import { retryNotice, waiting } from '../../src/ui/components/error-notice.js';
import { buttons, fields, texts, tokens } from '../../src/ui/styles/index.js';
import { loginMessages } from './messages.js';
import { ExtensionField } from './extension-field.js';
import { drawGroups, ghostForm, startNotice } from './parts.js';
import { canJoinedQuery, joinedQueuesQuery, loginInfoQuery, phoneTypesQuery } from '../../src/queries/login.js';
import { groupsOf, phoneTypeOf, settingsOf, type LoginState, type Settings } from './settings.js';
import { loginStyles } from './styles.js';

/** What the agent has entered; null: as preset. */
interface Entered {
  readonly method: PhoneType | null;
  readonly ext: string | null;
  readonly mobile: string | null;
  readonly state: LoginState | null;
  readonly unbind: boolean;
}

const untouched: Entered = { method: null, ext: null, mobile: null, state: null, unbind: false };

/**
 * @summary Where the agent logs in and out: answering method, extension, initial status and skill groups; then who is
 * logged in, how, and for which groups.
 *
 * @element sobot-login
 *
 * @csspart form - The form of the login.
 * @csspart method - The radio group of the answering methods.
 * @csspart status - The radio group of the initial status.
 * @csspart option - Each radio, and each extension in the list.
 * @csspart ext - The field of the extension.
 * @csspart exts - The list of extensions that opens below it.
 * @csspart mobile - The field of the agent's own phone number.
 * @csspart unbind - The checkbox that gives the extension back.
 * @csspart groups - The skill groups.
 * @csspart button - Every button.
 * @csspart submit - Logs in.
 * @csspart log-out - Logs out.
 * @csspart try-again - Asks again for what could not be loaded, or starts the phone again.
 * @csspart take-over - Takes the phone back from another end.
 * @csspart session - Who is logged in, and how.
 * @csspart error - What went wrong.
 * @csspart notice - A notice that there is no agent.
 * @csspart icon - Every icon.
 *
 * @cssState logged-in - The agent is logged in.
 * @cssState loading - The login settings are being fetched.
 */
export class SobotLogin extends SobotElement<typeof loginMessages> {
  static override readonly tag = 'sobot-login';
  static override readonly messages = loginMessages;
  static override readonly shadowRootOptions: ShadowRootInit = {
    ...LitElement.shadowRootOptions,
    delegatesFocus: true,
  };
  static override readonly styles = [tokens, buttons, fields, texts, radioGroups, waiting, loginStyles];

  readonly #phase = this.select(({ phase }) => phase);
  readonly #error = this.select(({ error }) => error);
  readonly #loggedIn = this.select(loggedIn);
  readonly #agent = this.select(({ agent }) => agent);
  readonly #login = this.select((all) => disabledReason(all, 'login'));
  readonly #logout = this.select((all) => disabledReason(all, 'logout'));
  readonly #session = (): AgentSession | null | undefined => this.phone?.session;
  readonly #types = new Query(this, phoneTypesQuery, this.#session);
  readonly #joined = new Query(this, canJoinedQuery, this.#session);
  readonly #queues = new Query(this, joinedQueuesQuery, this.#session);
  readonly #info = new Query(this, loginInfoQuery, this.#session);
  readonly #extension = new ExtensionField(this, this.t, this.#session, (ext) => this.#enter({ ext }));
  #tried: AgentSession | null = null;

  /** Presets the answering method: `webrtc`, `sip` or `pstn`. */
  @property({ attribute: 'phone-type' }) phoneType: PhoneType | '' = '';
  /** Presets the extension. */
  @property() ext = '';
  /** Presets the initial status. */
  @property({ attribute: 'initial-state' }) initialState: 'online' | 'dnd' | '' = '';
  /** Logs in by itself, once a session, with what is preset. */
  @property({ type: Boolean }) auto = false;

  @state() private entered = untouched;
  @state() private submitted = false;

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    super.updated(changed);
    const session = this.#session();
    if (!this.auto || !session || session === this.#tried || this.#loggedIn.value) return;
    if (!this.#settled || this.#login.value !== null) return;
    this.#tried = session;
    if (this.#values().ext.trim()) void this.updateComplete.then(() => this.#logIn());
  }

  readonly #enter = (part: Partial<Entered>): void => {
    this.entered = { ...this.entered, ...part };
  };

  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    this.submitted = true;
    if (this.#login.value !== null) return;
    if (this.#values().ext.trim()) void this.#logIn();
    else this.renderRoot.querySelector<HTMLElement>('#ext')?.focus();
  };

  async #logIn(): Promise<void> {
    const { method, ext, mobile, state } = this.#values();
    if (!method) return;
    const done = await this.run('login', {
      phoneType: method,
      bindExt: ext,
      agentState: state,
      unbindExtOnLogout: this.entered.unbind,
      // A number that came from the platform may be masked, and is bound already.
      ...(method === 'pstn' && this.entered.mobile !== null ? { bindMobile: mobile } : undefined),
    });
    if (!done) return;
    this.entered = untouched;
    this.submitted = false;
  }

  readonly #retry = (): void => {
    for (const query of [this.#types, this.#joined, this.#queues]) if (query.error) query.ask();
  };

  /** Without a session there is nobody to ask: a preview. */
  get #settled(): boolean {
    return !this.#session() || (this.#types.settled && this.#joined.settled);
  }

  /** What is entered, else what the page presets, else what the platform says. */
  #values(): Settings {
    const settings = settingsOf(this.#types.result, this.#joined.result);
    const { method, ext, mobile, state } = this.entered;
    const preset = phoneTypeOf(this.phoneType);
    const presetState = this.initialState === 'online' ? '1' : this.initialState === 'dnd' ? '2' : null;
    return {
      methods: settings.methods,
      method: method ?? (preset && settings.methods.includes(preset) ? preset : settings.method),
      ext: ext ?? (this.ext || settings.ext),
      mobile: mobile ?? settings.mobile,
      state: state ?? presetState ?? settings.state,
    };
  }

  /** Nothing where nothing is known. */
  #drawGroups(): TemplateResult | typeof nothing {
    const { result, error } = this.#queues;
    if (!result && (error || !this.#session())) return nothing;
    return drawGroups(this.t, result && groupsOf(result.queues));
  }

  #drawMobile(mobile: string): TemplateResult {
    return html`<div class="field">
      <label for="mobile">${this.t('login.mobile')}</label>
      <input
        id="mobile"
        part="mobile"
        type="tel"
        dir="ltr"
        autocomplete="tel"
        .value=${live(mobile)}
        @input=${({ currentTarget }: Event & { currentTarget: HTMLInputElement }) =>
          this.#enter({ mobile: currentTarget.value })}
      />
    </div>`;
  }

  #drawSubmit(): TemplateResult {
    const found = this.#login.value;
    const busy = found === 'pending';
    const reason = found && !busy ? this.why(found) : nothing;
    return html`<button
      type="submit"
      class="button accent submit"
      part="button submit"
      aria-disabled=${found ? 'true' : nothing}
      aria-busy=${busy ? 'true' : nothing}
      aria-description=${reason}
      title=${reason}
    >
      ${this.t('login.submit')}
    </button>`;
  }

  #drawForm(): TemplateResult {
    const { methods, method, ext, mobile, state } = this.#values();
    return html`<form class="stack form" part="form" novalidate @submit=${this.#submit}>
      ${retryNotice(this.t, this.#types.error ?? this.#joined.error ?? this.#queues.error, this.#retry)}
      ${radioGroup({
        legend: this.t('login.method'),
        name: 'method',
        options: methods.map((value) => ({ value, label: this.t(`login.${value}`) })),
        value: method,
        change: (value) => this.#enter({ method: value }),
      })}
      ${this.#extension.draw(ext, this.submitted && !ext.trim() ? this.t('login.extMissing') : '')}
      ${method === 'pstn' ? this.#drawMobile(mobile) : nothing}
      ${radioGroup<LoginState>({
        legend: this.t('login.status'),
        name: 'status',
        options: [
          { value: '1', label: this.t('login.online'), mark: html`<span class="dot"></span>` },
          { value: '2', label: this.t('login.dnd'), mark: html`<span class="dot dnd"></span>` },
        ],
        value: state,
        change: (value) => this.#enter({ state: value }),
      })}
      ${this.#drawGroups()}
      <label class="check" part="unbind"
        ><input
          type="checkbox"
          .checked=${live(this.entered.unbind)}
          @change=${({ currentTarget }: Event & { currentTarget: HTMLInputElement }) =>
            this.#enter({ unbind: currentTarget.checked })}
        /><span>${this.t('login.unbind')}</span></label
      >
      ${this.drawFailure('login')} ${this.#drawSubmit()}
    </form>`;
  }

  #drawSession(): TemplateResult {
    const agent = this.#agent.value;
    const { result, error, settled } = this.#info;
    const found = this.#logout.value;
    const groups = groupsOf(result?.receptionQueues).map(({ name }) => name);
    const at = agent?.phoneType === 'pstn' ? this.shown(agent.phone) : agent?.ext;
    const method = agent?.phoneType ? this.t(`login.${agent.phoneType}`) : '';
    const joined = (...words: (string | undefined)[]): string => words.filter(Boolean).join(' · ') || '–';
    return html`<div class="stack" part="session">
      <dl class="facts">
        <dt>${this.t('login.agent')}</dt>
        <dd>${joined(agent?.name, agent?.number)}</dd>
        <dt>${this.t('login.method')}</dt>
        <dd>${joined(method, at)}</dd>
        <dt>${this.t('login.groupsNow')}</dt>
        <dd part="groups">${groups.length > 0 ? groups.join(', ') : settled ? this.t('login.noGroupsNow') : '…'}</dd>
      </dl>
      ${retryNotice(this.t, error, () => this.#info.ask())}
      ${actionButton({
        label: this.t('login.logout'),
        icon: logOut,
        part: 'log-out',
        look: 'plain',
        busy: found === 'pending',
        reason: found && found !== 'pending' ? this.why(found) : null,
        onClick: () => void this.run('logout'),
      })}
      ${this.drawFailure('logout')}
    </div>`;
  }

  protected override draw(phone: Phone): TemplateResult | typeof nothing {
    const phase = this.#phase.value;
    const loading = phase === 'loading' || phase === 'initializing' || (phase === 'ready' && !this.#settled);
    this.setStates({ 'logged-in': this.#loggedIn.value, loading: loading && !this.#loggedIn.value });
    if (this.#loggedIn.value) return this.#drawSession();
    if (loading) return ghostForm(this.t, phase === 'ready');
    return phase === 'ready' ? this.#drawForm() : startNotice(this.t, phone, phase, this.#error.value);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sobot-login': SobotLogin;
  }
}
