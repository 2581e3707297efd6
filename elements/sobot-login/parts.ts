/**
 * Templates of `<sobot-login>` that need no state of their own: the groups, the two controls of the form that are plain
 * HTML, the place of the form while it is loaded, and the notice before the start.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Phase, StateError } from '../../src/state/index.js';
import { actionButton } from '../../src/ui/components/index.js';
import { circleAlert } from '../../src/ui/icons/index.js';
import type { baseMessages, Translate } from '../../src/ui/i18n/index.js';
import type { AgentHost } from '../../src/ui/base/index.js';
import type { SkillGroup } from './settings.js';
import type { loginMessages } from './messages.js';

/** Translates the element's own messages and those of all elements. */
type LoginTranslate = Translate<typeof loginMessages & typeof baseMessages>;
type InputFieldEvent = Event & { currentTarget: HTMLInputElement };

/** The number of rows without a scroll bar. A longer list scrolls, so the keyboard has to reach it. */
const MAX_VISIBLE_GROUPS = 5;

/** `Default · Weight 3`; empty where the platform gives neither. */
function groupDetail(t: LoginTranslate, { isServedByDefault, weight }: SkillGroup): string {
  const texts: string[] = [];
  if (isServedByDefault !== null) texts.push(t(isServedByDefault ? 'login.default' : 'login.optional'));
  if (weight !== null && !Number.isNaN(weight)) texts.push(t('login.weight', weight));
  return texts.join(' · ');
}

type MaskText = (text: string) => string;

/**
 * Renders a list with the name of its legend. A group without rows is said in words: an empty frame
 * would look like an error.
 */
function renderGroupList(t: LoginTranslate, groups: readonly SkillGroup[], maskText: MaskText): TemplateResult {
  if (groups.length === 0) return html`<p class="hint">${t('login.noGroups')}</p>`;
  return html`<ul
    class="groups"
    aria-labelledby="groups"
    tabindex=${groups.length > MAX_VISIBLE_GROUPS ? '0' : nothing}
  >
    ${groups.map(
      (group) => html`<li><span>${maskText(group.name)}</span> <span class="hint">${groupDetail(t, group)}</span></li>`,
    )}
  </ul>`;
}

/**
 * Renders the skill groups of the agent, which the SDK can't change.
 * @param groups null: they are being fetched
 * @param maskText returns a name as it may be shown
 */
export function renderGroups(
  t: LoginTranslate,
  groups: readonly SkillGroup[] | null,
  maskText: MaskText,
): TemplateResult {
  return html`<div part="groups">
    <p class="legend" id="groups">${t('login.groups')}</p>
    ${groups ? renderGroupList(t, groups, maskText) : html`<div class="groups skeleton"></div>`}
  </div>`;
}

/**
 * Renders the field of the agent's own telephone number, for the answering method Phone. Numbers
 * are written from left to right in every language; `type="tel"` brings the digits of a touch
 * keyboard.
 */
export function renderMobileField(
  t: LoginTranslate,
  mobile: string,
  onChange: (mobile: string) => void,
): TemplateResult {
  return html`<div class="field">
    <label for="mobile">${t('login.mobile')}</label>
    <input
      id="mobile"
      part="mobile"
      type="tel"
      dir="ltr"
      autocomplete="tel"
      .value=${live(mobile)}
      @input=${({ currentTarget }: InputFieldEvent) => onChange(currentTarget.value)}
    />
  </div>`;
}

/**
 * Renders the checkbox that unbinds the extension at logout, so that a colleague can have it
 * (section "Login", `unbindExtOnLogout`).
 */
export function renderUnbindCheckbox(
  t: LoginTranslate,
  isChecked: boolean,
  onChange: (isChecked: boolean) => void,
): TemplateResult {
  return html`<label class="check" part="unbind"
    ><input
      type="checkbox"
      .checked=${live(isChecked)}
      @change=${({ currentTarget }: InputFieldEvent) => onChange(currentTarget.checked)}
    /><span>${t('login.unbind')}</span></label
  >`;
}

/**
 * Renders the place of the form, in about its size, so that nothing moves when the form comes. A
 * screen reader gets a sentence instead of the grey areas.
 * @param isConnected the session is ready, and the settings are being fetched
 */
export function renderSkeletonForm(t: LoginTranslate, isConnected: boolean): TemplateResult {
  const control = html`<div class="field">
    <div class="skeleton legend"></div>
    <div class="skeleton control"></div>
  </div>`;
  return html`<div class="stack form" aria-busy="true">
    <p class="sr" role="status">${t(isConnected ? 'login.loading' : 'login.starting')}</p>
    ${control} ${control} ${control}
    <div>
      <div class="skeleton legend"></div>
      <div class="groups skeleton"></div>
    </div>
    <div class="check"></div>
    <div class="skeleton control"></div>
  </div>`;
}

/**
 * Renders why there is no form, with the button that changes it. Errors of the buttons come back with the state.
 * @param error the error of the last start; null without one
 */
export function renderStartNotice(
  t: LoginTranslate,
  agentHost: AgentHost,
  phase: Phase,
  error: StateError | null,
): TemplateResult {
  if (phase === 'displaced') {
    return html`<div class="stack" role="status">
      <p class="notice">${circleAlert}<span>${t('why.displaced')}</span></p>
      ${actionButton({
        label: t('login.takeOver'),
        part: 'take-over',
        variant: 'accent',
        onClick: () => void agentHost.takeOver().catch(() => undefined),
      })}
    </div>`;
  }
  const notice = error
    ? html`<p class="notice bad" part="error">${circleAlert}<span>${error.message}</span></p>`
    : html`<p class="hint">${t('why.not-started')}</p>`;
  return html`<div class="stack" role="status">
    ${notice}
    ${actionButton({
      label: t(error ? 'base.tryAgain' : 'login.start'),
      part: 'try-again',
      variant: 'plain',
      onClick: () => void agentHost.start().catch(() => undefined),
    })}
  </div>`;
}
