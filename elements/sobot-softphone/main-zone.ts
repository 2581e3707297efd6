/**
 * The main zone: the elements of the current view, or a message where there is no session.
 * Functions without a state, apart from the element, which keeps the focus and the order of the
 * zones.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { actionButton } from '../../src/ui/components/index.js';
import { circleAlert, loaderCircle, plug } from '../../src/ui/icons/index.js';
import { SobotCallControls } from '../sobot-call-controls/sobot-call-controls.js';
import { SobotCallInfo } from '../sobot-call-info/sobot-call-info.js';
import { SobotDialer } from '../sobot-dialer/sobot-dialer.js';
import { SobotIncomingCall } from '../sobot-incoming-call/sobot-incoming-call.js';
import { SobotLogin } from '../sobot-login/sobot-login.js';
import { SobotNetworkQuality } from '../sobot-network-quality/sobot-network-quality.js';
import { SobotWrapUp } from '../sobot-wrap-up/sobot-wrap-up.js';
import type { SoftphoneTranslate } from './messages.js';
import type { Feature, SoftphoneView } from './view.js';

/**
 * The elements of the views. They are part of the softphone's module: a call must not wait for a
 * download.
 */
export const mainZoneElements = [
  SobotCallControls,
  SobotCallInfo,
  SobotDialer,
  SobotIncomingCall,
  SobotLogin,
  SobotNetworkQuality,
  SobotWrapUp,
] as const;

/** Loads what the views after this one need later: from the login on, a call may come. */
export function preloadAfter(view: SoftphoneView): void {
  if (view !== 'idle' && view !== 'loading' && view !== 'login') SobotCallControls.preload();
}

/** The content of the main zone at one render, and the functions of its buttons. */
export interface MainZoneContext {
  readonly t: SoftphoneTranslate;
  readonly view: SoftphoneView;
  /** Whether a call waits beside the current one. */
  readonly isWaiting: boolean;
  readonly features: ReadonlySet<Feature>;
  /** The error of a failed start; empty: none. */
  readonly errorMessage: string;
  /** Dispositions for the wrap-up: a list, or its JSON. */
  readonly dispositions: string | readonly string[];
  /** Starts the session, for the first time or after a failure. */
  readonly onStart: () => void;
  /** Logs the agent in here, after a login at another place. */
  readonly onTakeOver: () => void;
}

/**
 * The buttons of a call in the order of a conversation. `hangup` is added last, because its place
 * at the end must not depend on the features.
 */
const CALL_ACTIONS = 'answer mute hold keypad transfer consult survey';

/** Renders the elements or the message of the current view. */
export function renderMainZone(context: MainZoneContext): TemplateResult | typeof nothing {
  const { view, features } = context;
  switch (view) {
    case 'idle':
    case 'loading':
    case 'failed':
    case 'displaced':
      return renderMessage(context, view);
    case 'login':
      return html`<sobot-login part="login"></sobot-login>`;
    case 'dialer':
      return features.has('dialer') ? html`<sobot-dialer part="dialer"></sobot-dialer>` : nothing;
    // One template, so that the element stays when a waiting call becomes the current one: it is announced once.
    case 'incoming':
    case 'call':
      return html`${view === 'call' ? renderCall(features) : nothing}${
        view === 'incoming' || context.isWaiting
          ? html`<sobot-incoming-call ?waiting-only=${view === 'call'} part="incoming-call"></sobot-incoming-call>`
          : nothing
      }`;
    case 'wrap-up':
      return html`<sobot-wrap-up part="wrap-up" .dispositions=${context.dispositions}></sobot-wrap-up>`;
  }
}

/**
 * Renders a call. The information stays silent, because the softphone's own live region announces
 * the call.
 */
function renderCall(features: ReadonlySet<Feature>): TemplateResult {
  const actions = `${CALL_ACTIONS} ${features.has('notes') ? 'notes ' : ''}hangup`;
  return html`<sobot-call-info no-announce part="call-info"></sobot-call-info>
    <sobot-call-controls actions=${actions} part="call-controls"></sobot-call-controls>
    ${features.has('network') ? html`<sobot-network-quality warnings-only class="warnings" part="network-warnings"></sobot-network-quality>` : nothing}`;
}

/**
 * Renders the message of a view without a session: an icon, a title, an explanation, and the way
 * on.
 */
function renderMessage(
  { t, errorMessage, onStart, onTakeOver }: MainZoneContext,
  view: 'idle' | 'loading' | 'failed' | 'displaced',
): TemplateResult {
  const start = { part: 'start', onClick: onStart } as const;
  // A start that is pending has no button: a second start would only repeat it.
  const messages = {
    idle: {
      icon: plug,
      text: '',
      action: () => actionButton({ ...start, label: t('softphone.start'), variant: 'accent' }),
    },
    loading: { icon: html`<span class="spin">${loaderCircle}</span>`, text: '', action: () => nothing },
    failed: {
      icon: circleAlert,
      text: errorMessage,
      action: () => actionButton({ ...start, label: t('base.tryAgain'), variant: 'plain' }),
    },
    displaced: {
      icon: plug,
      text: t('softphone.displacedText'),
      action: () => takeOverButton(t, 'accent', onTakeOver),
    },
  };
  const { icon, text, action } = messages[view];
  return html`<div class="center">
    ${icon}
    <h3>${t(`softphone.${view}`)}</h3>
    ${text ? html`<p>${text}</p>` : nothing} ${action()}
  </div>`;
}

/**
 * Renders the button that logs the agent in here again. Its hint warns that this may cut off a call
 * elsewhere.
 */
export const takeOverButton = (
  t: SoftphoneTranslate,
  variant: 'accent' | 'plain',
  onClick: () => void,
): TemplateResult =>
  actionButton({
    label: t('softphone.takeOver'),
    hint: t('softphone.takeOverHint'),
    part: 'take-over',
    variant,
    onClick,
  });
