import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { PhoneType } from '../../src/sdk/index.js';
import type { AgentSession } from '../../src/session/index.js';
import { disabledReason } from '../../src/state/index.js';
import {
  actionButton,
  errorNotice,
  radioGroup,
  radioGroupStyles,
  skeletonStyles,
} from '../../src/ui/components/index.js';
import { type AgentHost, SobotElement } from '../../src/ui/base/index.js';
import { logOut } from '../../src/ui/icons/index.js';
import {
  canJoinedQuery,
  isLoggedIn,
  joinedQueuesQuery,
  loginInfoQuery,
  phoneTypesQuery,
  Query,
} from '../../src/queries/index.js';
import { buttonStyles, fieldStyles, textStyles, tokenStyles } from '../../src/ui/styles/index.js';
import { loginMessages } from './messages.js';
import { ExtensionField } from './extension-field.js';
import { renderGroups, renderSkeletonForm, renderStartNotice } from './parts.js';
import { skillGroupsOf, phoneTypeOf, loginSettingsOf, type LoginState, type LoginSettings } from './settings.js';
import { loginStyles } from './styles.js';

/** What the agent has entered; null: as preset. */
interface LoginInput {
  readonly method: PhoneType | null;
  readonly ext: string | null;
  readonly mobile: string | null;
  readonly state: LoginState | null;
  readonly unbind: boolean;
}

const emptyInput: LoginInput = { method: null, ext: null, mobile: null, state: null, unbind: false };

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
  static override readonly styles = [
    tokenStyles,
    buttonStyles,
    fieldStyles,
    textStyles,
    radioGroupStyles,
    skeletonStyles,
    loginStyles,
  ];

  readonly #phase = this.select(({ phase }) => phase);
  readonly #error = this.select(({ error }) => error);
  readonly #isLoggedIn = this.select(isLoggedIn);
  readonly #agent = this.select(({ agent }) => agent);
  readonly #loginReason = this.select((all) => disabledReason(all, 'login'));
  readonly #logoutReason = this.select((all) => disabledReason(all, 'logout'));
  readonly #getSession = (): AgentSession | null | undefined => this.agentHost?.session;
  readonly #phoneTypes = new Query(this, phoneTypesQuery, this.#getSession);
  readonly #canJoined = new Query(this, canJoinedQuery, this.#getSession);
  readonly #queues = new Query(this, joinedQueuesQuery, this.#getSession);
  readonly #info = new Query(this, loginInfoQuery, this.#getSession);
  readonly #extensionField = new ExtensionField(this, this.t, this.#getSession, (ext) => this.#setInput({ ext }));
  #autoLoginSession: AgentSession | null = null;

  /** Presets the answering method: `webrtc`, `sip` or `pstn`. */
  @property({ attribute: 'phone-type' }) phoneType: PhoneType | '' = '';
  /** Presets the extension. */
  @property() ext = '';
  /** Presets the initial status. */
  @property({ attribute: 'initial-state' }) initialState: 'online' | 'dnd' | '' = '';
  /** Logs in by itself, once a session, with what is preset. */
  @property({ type: Boolean }) auto = false;

  @state() private input = emptyInput;
  @state() private isSubmitted = false;

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    super.updated(changed);
    const session = this.#getSession();
    if (!this.auto || !session || session === this.#autoLoginSession || this.#isLoggedIn.value) return;
    if (!this.#isSettled || this.#loginReason.value !== null) return;
    this.#autoLoginSession = session;
    if (this.#values().ext.trim()) void this.updateComplete.then(() => this.#logIn());
  }

  readonly #setInput = (changes: Partial<LoginInput>): void => {
    this.input = { ...this.input, ...changes };
  };

  readonly #handleSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    this.isSubmitted = true;
    if (this.#loginReason.value !== null) return;
    if (this.#values().ext.trim()) void this.#logIn();
    else this.renderRoot.querySelector<HTMLElement>('#ext')?.focus();
  };

  async #logIn(): Promise<void> {
    const { method, ext, mobile, state } = this.#values();
    if (!method) return;
    const isDone = await this.run('login', {
      phoneType: method,
      bindExt: ext,
      agentState: state,
      unbindExtOnLogout: this.input.unbind,
      // A number that came from the platform may be masked, and is bound already.
      ...(method === 'pstn' && this.input.mobile !== null ? { bindMobile: mobile } : undefined),
    });
    if (!isDone) return;
    this.input = emptyInput;
    this.isSubmitted = false;
  }

  readonly #handleRetry = (): void => {
    for (const query of [this.#phoneTypes, this.#canJoined, this.#queues]) if (query.error) query.refetch();
  };

  /** Without a session there is nobody to ask: a preview. */
  get #isSettled(): boolean {
    return !this.#getSession() || (this.#phoneTypes.isSettled && this.#canJoined.isSettled);
  }

  /** What is entered, else what the page presets, else what the platform says. */
  #values(): LoginSettings {
    const settings = loginSettingsOf(this.#phoneTypes.result, this.#canJoined.result);
    const { method, ext, mobile, state } = this.input;
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
  #renderGroups(): TemplateResult | typeof nothing {
    const { result, error } = this.#queues;
    if (!result && (error || !this.#getSession())) return nothing;
    return renderGroups(this.t, result && skillGroupsOf(result.queues));
  }

  #renderMobile(mobile: string): TemplateResult {
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
          this.#setInput({ mobile: currentTarget.value })}
      />
    </div>`;
  }

  #renderSubmit(): TemplateResult {
    const disabledReason = this.#loginReason.value;
    const busy = disabledReason === 'pending';
    const reason = disabledReason && !busy ? this.disabledReasonText(disabledReason) : nothing;
    return html`<button
      type="submit"
      class="button accent submit"
      part="button submit"
      aria-disabled=${disabledReason ? 'true' : nothing}
      aria-busy=${busy ? 'true' : nothing}
      aria-description=${reason}
      title=${reason}
    >
      ${this.t('login.submit')}
    </button>`;
  }

  #renderForm(): TemplateResult {
    const { methods, method, ext, mobile, state } = this.#values();
    return html`<form class="stack form" part="form" novalidate @submit=${this.#handleSubmit}>
      ${errorNotice(this.t, this.#phoneTypes.error ?? this.#canJoined.error ?? this.#queues.error, this.#handleRetry)}
      ${radioGroup({
        legend: this.t('login.method'),
        name: 'method',
        options: methods.map((value) => ({ value, label: this.t(`login.${value}`) })),
        value: method,
        onChange: (value) => this.#setInput({ method: value }),
      })}
      ${this.#extensionField.render(ext, this.isSubmitted && !ext.trim() ? this.t('login.extMissing') : '')}
      ${method === 'pstn' ? this.#renderMobile(mobile) : nothing}
      ${radioGroup<LoginState>({
        legend: this.t('login.status'),
        name: 'status',
        options: [
          { value: '1', label: this.t('login.online'), mark: html`<span class="dot"></span>` },
          { value: '2', label: this.t('login.dnd'), mark: html`<span class="dot dnd"></span>` },
        ],
        value: state,
        onChange: (value) => this.#setInput({ state: value }),
      })}
      ${this.#renderGroups()}
      <label class="check" part="unbind"
        ><input
          type="checkbox"
          .checked=${live(this.input.unbind)}
          @change=${({ currentTarget }: Event & { currentTarget: HTMLInputElement }) =>
            this.#setInput({ unbind: currentTarget.checked })}
        /><span>${this.t('login.unbind')}</span></label
      >
      ${this.renderFailure('login')} ${this.#renderSubmit()}
    </form>`;
  }

  #renderSession(): TemplateResult {
    const agent = this.#agent.value;
    const { result, error, isSettled } = this.#info;
    const reason = this.#logoutReason.value;
    const groups = skillGroupsOf(result?.receptionQueues).map(({ name }) => name);
    const endpoint = agent?.phoneType === 'pstn' ? this.maskNumber(agent.phone) : agent?.ext;
    const method = agent?.phoneType ? this.t(`login.${agent.phoneType}`) : '';
    const joinTexts = (...texts: (string | undefined)[]): string => texts.filter(Boolean).join(' · ') || '–';
    return html`<div class="stack" part="session">
      <dl class="facts">
        <dt>${this.t('login.agent')}</dt>
        <dd>${joinTexts(agent?.name, agent?.number)}</dd>
        <dt>${this.t('login.method')}</dt>
        <dd>${joinTexts(method, endpoint)}</dd>
        <dt>${this.t('login.groupsNow')}</dt>
        <dd part="groups">${groups.length > 0 ? groups.join(', ') : isSettled ? this.t('login.noGroupsNow') : '…'}</dd>
      </dl>
      ${errorNotice(this.t, error, () => this.#info.refetch())}
      ${actionButton({
        label: this.t('login.logout'),
        icon: logOut,
        part: 'log-out',
        variant: 'plain',
        busy: reason === 'pending',
        reason: reason && reason !== 'pending' ? this.disabledReasonText(reason) : null,
        onClick: () => void this.run('logout'),
      })}
      ${this.renderFailure('logout')}
    </div>`;
  }

  protected override renderConnected(agentHost: AgentHost): TemplateResult | typeof nothing {
    const phase = this.#phase.value;
    const isLoading = phase === 'loading' || phase === 'initializing' || (phase === 'ready' && !this.#isSettled);
    this.setStates({ 'logged-in': this.#isLoggedIn.value, loading: isLoading && !this.#isLoggedIn.value });
    if (this.#isLoggedIn.value) return this.#renderSession();
    if (isLoading) return renderSkeletonForm(this.t, phase === 'ready');
    return phase === 'ready' ? this.#renderForm() : renderStartNotice(this.t, agentHost, phase, this.#error.value);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sobot-login': SobotLogin;
  }
}
