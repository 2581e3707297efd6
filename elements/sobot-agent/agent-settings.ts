import { property } from 'lit/decorators.js';
import { allowedSdkOrigins, type CallStatus, type SobotAgentSdk, type SobotClient } from '../../src/sdk/index.js';
import { BaseElement } from '../../src/ui/base/index.js';
import type { PartyResolver } from './party-resolver.js';
import type { TokenProvider } from './token-resolver.js';

export type JsonObject = Record<string, unknown>;

/** Attributes that hold JSON are kept as text until the start reads them, so that a mistake can be told. */
const jsonConverter = (text: string | null): JsonObject | string | null => text;

const MAX_TIMEOUT_MS = 2 ** 31 - 1;

/** Seconds of an attribute in milliseconds; where they make no sense, the default. */
export const toMilliseconds = (seconds: number, fallbackSeconds: number): number =>
  Math.min((Number.isFinite(seconds) && seconds > 0 ? seconds : fallbackSeconds) * 1000, MAX_TIMEOUT_MS);

/** What a page author can set on `<sobot-agent>`. */
export abstract class AgentSettings extends BaseElement {
  /** Further origins that `sdk-src` may load from. Add to it in script. */
  static readonly allowedSdkOrigins = allowedSdkOrigins;

  /** The enterprise id; becomes `?sysnum=` of the SDK's address. */
  @property() sysnum = '';
  /** Where the vendor's script is loaded from: https on a host of Sobot, or an allowed origin. */
  @property({ attribute: 'sdk-src' }) sdkSrc = '';
  /** The company code, `companyId` of `initAgent`. */
  @property({ attribute: 'company-id' }) companyId = '';
  /** The agent's work number or id. */
  @property() agent = '';
  /** What `agent` is: `0` a work number, `1` an id. */
  @property({ attribute: 'agent-type' }) agentType: '0' | '1' = '0';
  /** The agent token. Never reflected, logged, stored or put into an event. */
  @property() token = '';
  /** Answers JSON with `token`, `accessToken` or `access_token`; asked at the start and whenever the token expires. */
  @property({ attribute: 'token-url' }) tokenUrl = '';
  /** `include` sends cookies to a `token-url` of another origin too. */
  @property({ attribute: 'token-credentials' }) tokenCredentials: 'same-origin' | 'include' = 'same-origin';
  /** Gives a token; wins over `token-url`. */
  @property({ attribute: false }) tokenProvider: TokenProvider | null = null;
  /** Multi-tag outbound calls, `allowStorageListen` of `initAgent`. */
  @property({ type: Boolean, attribute: 'allow-storage-listen' }) allowStorageListen = false;
  /** Further fields for `initAgent`: an object, or its JSON. */
  @property({ converter: jsonConverter, attribute: 'init-options' }) initOptions: JsonObject | string | null = null;
  /** Uses the embedded call centre instead of the vendor's cloud. */
  @property({ type: Boolean, reflect: true }) sandbox = false;
  /** An SDK of your own: an object with the class `agent`, or an instance. */
  @property({ attribute: false }) sdk: SobotClient | SobotAgentSdk | null = null;
  /** Waits for `start()`. */
  @property({ type: Boolean }) manual = false;
  /** Seconds until loading and `initAgent` are given up. */
  @property({ type: Number, attribute: 'load-timeout' }) loadTimeout = 30;
  /** Seconds until an unanswered command is given up. */
  @property({ type: Number, attribute: 'command-timeout' }) commandTimeout = 15;
  /** The tenant's message names and the names that the kit knows: an object, or its JSON. */
  @property({ converter: jsonConverter, attribute: 'event-aliases' }) eventAliases: JsonObject | string | null = null;
  /** A static picture of a call state, for page builders: `none`, `dialing`, `ringing`, `talking`, `held`, `wrap-up`. */
  @property() preview: CallStatus | '' = '';
  /** Every element shows only the last digits of numbers. */
  @property({ type: Boolean, attribute: 'mask-numbers' }) maskNumbers = false;
  /** A CSS selector: `tel:` links in what it matches dial through the phone, also those that come later. */
  @property() scan = '';
  /**
   * Keys that work the phone from anywhere in the page, but for where somebody types: an object of actions and
   * combinations, or its JSON, such as `{"answer": "alt+a", "hold": "ctrl+shift+h"}`; empty: those of the kit.
   */
  @property({ converter: jsonConverter }) shortcuts: JsonObject | string | boolean | null = null;
  /** Tells who is calling. */
  @property({ attribute: false }) partyResolver: PartyResolver | null = null;
}
