/**
 * The element `<sobot-login>`: the form while the agent is logged out, and the facts of the login afterwards. The values
 * of the form are in `settings.ts`, its combobox in `extension-field.ts`, its plain templates in `parts.ts`.
 */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { PhoneType } from '../../src/sdk/index.js';
import { actionButton, errorNotice, radioGroup } from '../../src/ui/components/index.js';
import { ariaDisabled, press } from '../../src/ui/directives/index.js';
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
import { ExtensionField } from './extension-field.js';
import { loginMessages } from './messages.js';
import {
  renderGroups,
  renderMobileField,
  renderSkeletonForm,
  renderStartNotice,
  renderUnbindCheckbox,
} from './parts.js';
import {
  emptyInput,
  loginSettingsOf,
  mergeSettings,
  skillGroupsOf,
  type LoginInput,
  type LoginSettings,
  type LoginState,
} from './settings.js';
import { loginStyles } from './styles.js';

type Session = AgentHost['session'];

/** Joins the texts that are there; a dash without any. */
const joinTexts = (...texts: (string | undefined)[]): string => texts.filter(Boolean).join(' · ') || '–';

/**
 * The form is preset with what the platform says about the agent. While that is unknown the form can be used all the
 * same: an agent must be able to log in when a query fails.
 *
 * @summary The place where the agent logs in and out: answering method, extension, initial status and skill groups; then
 * who is logged in, how, and for which groups.
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
 * @csspart unbind - The checkbox that unbinds the extension at logout.
 * @csspart groups - The skill groups.
 * @csspart button - Every button.
 * @csspart submit - The button that logs in.
 * @csspart log-out - The button that logs out.
 * @csspart try-again - The button that fetches again after an error, or starts the session.
 * @csspart take-over - The button that logs in here again after the agent logged in somewhere else.
 * @csspart session - The facts of the login, a definition list with the button that logs out.
 * @csspart error - The error of a command, of a query or of the start.
 * @csspart notice - The text of an error, or of a missing agent element.
 * @csspart icon - Every icon.
 *
 * @cssState logged-in - The agent is logged in.
 * @cssState loading - The login settings are being fetched.
 */
export class SobotLogin extends SobotElement<typeof loginMessages> {
  static override readonly tag = 'sobot-login';
  static override readonly messages = loginMessages;
  /** A click beside the controls, and `focus()` of the page, go to the first control. */
  static override readonly shadowRootOptions: ShadowRootInit = {
    ...LitElement.shadowRootOptions,
    delegatesFocus: true,
  };
  static override readonly styles = loginStyles;

  readonly #phase = this.select(({ phase }) => phase);
  readonly #error = this.select(({ error }) => error);
  readonly #isLoggedIn = this.select(isLoggedIn);
  readonly #agent = this.select(({ agent }) => agent);
  readonly #login = this.command('login');
  readonly #logout = this.command('logout');
  readonly #getSession = (): Session | undefined => this.agentHost?.session;
  readonly #phoneTypes = new Query(this, phoneTypesQuery, this.#getSession);
  readonly #canJoined = new Query(this, canJoinedQuery, this.#getSession);
  readonly #queues = new Query(this, joinedQueuesQuery, this.#getSession);
  readonly #info = new Query(this, loginInfoQuery, this.#getSession);
  readonly #extensionField = new ExtensionField(this, this.t, this.#getSession, (ext) => this.#setInput({ ext }));
  /** The session in which the element has logged in because of `auto`. */
  #autoLoginSession: Session = null;

  /** Presets the answering method: `webrtc`, `sip` or `pstn`. */
  @property({ attribute: 'phone-type' }) phoneType: PhoneType | '' = '';
  /** Presets the extension. */
  @property() ext = '';
  /** Presets the initial status. */
  @property({ attribute: 'initial-state' }) initialState: 'online' | 'dnd' | '' = '';
  /**
   * Logs in with the preset values as soon as they are known, once a session. Without an extension it shows the form. It
   * counts within the agent element only, not with `for`.
   */
  @property({ type: Boolean }) auto = false;

  @state() private input = emptyInput;
  @state() private isSubmitted = false;

  /** Logs in by `auto`, once the settings are known and the command is enabled. */
  protected override updated(changed: Map<PropertyKey, unknown>): void {
    super.updated(changed);
    const session = this.#getSession();
    if (!this.auto || !this.isWithinAgent || !session || session === this.#autoLoginSession || this.#isLoggedIn.value)
      return;
    if (!this.#isSettled || this.#login.disabledReason !== null) return;
    this.#autoLoginSession = session;
    if (this.#values.ext.trim()) void this.updateComplete.then(() => this.#logIn());
  }

  readonly #setInput = (changes: Partial<LoginInput>): void => {
    this.input = { ...this.input, ...changes };
  };

  /**
   * Checks the one required field, and focuses it if it is blank. Native validation would show the
   * browser's bubbles, in the browser's language.
   */
  readonly #handleSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    this.isSubmitted = true;
    if (this.#login.disabledReason !== null) return;
    if (this.#values.ext.trim()) void this.#logIn();
    else this.renderRoot.querySelector<HTMLElement>('#ext')?.focus();
  };

  /**
   * Logs in with the values of the form. The input is forgotten after a success, so that the next
   * form has the platform's values.
   */
  async #logIn(): Promise<void> {
    const { method, ext, mobile, state } = this.#values;
    if (!method) return;
    const isDone = await this.#login.run({
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

  /** Fetches again what has failed, and nothing else. */
  readonly #handleRetry = (): void => {
    for (const query of [this.#phoneTypes, this.#canJoined, this.#queues]) if (query.error) query.refetch();
  };

  /** The platform has answered, or refused to. A preview has no session, and nothing to wait for. */
  get #isSettled(): boolean {
    return !this.#getSession() || (this.#phoneTypes.isSettled && this.#canJoined.isSettled);
  }

  /** The values of the form now. */
  get #values(): LoginSettings {
    return mergeSettings(loginSettingsOf(this.#phoneTypes.result, this.#canJoined.result), this, this.input);
  }

  /** The skill groups; nothing where they could not be fetched, because the login does not need them. */
  #renderGroups(): TemplateResult | typeof nothing {
    const { result, error } = this.#queues;
    if (!result && (error || !this.#getSession())) return nothing;
    return renderGroups(this.t, result && skillGroupsOf(result.queues), this.maskText);
  }

  #renderSubmit(): TemplateResult {
    const { reason, busy } = this.#login;
    return html`<button
      type="submit"
      class="button accent submit"
      part="button submit"
      @click=${press('submit')}
      ${ariaDisabled({ reason, busy })}
    >
      ${this.t('login.submit')}
    </button>`;
  }

  /**
   * Renders the form. It can be used while errors of queries stand above it, and the error of the
   * login stands at the button that caused it.
   */
  #renderForm(): TemplateResult {
    const { methods, method, ext, mobile, state } = this.#values;
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
      ${method === 'pstn' ? renderMobileField(this.t, mobile, (value) => this.#setInput({ mobile: value })) : nothing}
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
      ${this.#renderGroups()} ${renderUnbindCheckbox(this.t, this.input.unbind, (unbind) => this.#setInput({ unbind }))}
      ${this.renderFailure('login')} ${this.#renderSubmit()}
    </form>`;
  }

  /** The skill groups that the agent serves now, in a sentence; an ellipsis while they are fetched. */
  get #servedGroupsText(): string {
    const { result, isSettled } = this.#info;
    const names = skillGroupsOf(result?.receptionQueues).map(({ name }) => this.maskText(name));
    if (names.length > 0) return names.join(', ');
    return isSettled ? this.t('login.noGroupsNow') : '…';
  }

  /** Renders the facts of the login. A telephone number is masked like every other. */
  #renderSession(): TemplateResult {
    const agent = this.#agent.value;
    const endpoint = agent?.phoneType === 'pstn' ? this.maskNumber(agent.phone) : agent?.ext;
    const method = agent?.phoneType ? this.t(`login.${agent.phoneType}`) : '';
    return html`<div class="stack" part="session">
      <dl class="facts">
        <dt>${this.t('login.agent')}</dt>
        <dd>${joinTexts(agent?.name, agent?.number)}</dd>
        <dt>${this.t('login.method')}</dt>
        <dd>${joinTexts(method, endpoint)}</dd>
        <dt>${this.t('login.groupsNow')}</dt>
        <dd part="groups">${this.#servedGroupsText}</dd>
      </dl>
      ${errorNotice(this.t, this.#info.error, () => this.#info.refetch())}
      ${actionButton({
        command: this.#logout,
        label: this.t('login.logout'),
        icon: logOut,
        part: 'log-out',
        variant: 'plain',
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
