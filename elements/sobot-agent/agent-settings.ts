/**
 * The settings of `<sobot-agent>`: every attribute and property that a page author can set, with their types. They are a
 * class of their own so that the parts of the agent element depend on the settings, not on the element.
 */
import { property } from 'lit/decorators.js';
import { allowedSdkOrigins, type CallStatus, type SobotAgentSdk, type SobotClient } from '../../src/sdk/index.js';
import type { Call } from '../../src/state/index.js';
import { BaseElement } from '../../src/ui/base/index.js';

/** The result of a {@link PartyResolver}: what the page knows about a number. Every field is optional. */
export interface ResolvedParty {
  name?: string;
  /** The address of the party's record: http or https. The name links there. Any other address is ignored. */
  href?: string;
  /** Names and values, shown as a list before the business data of the call. */
  details?: Readonly<Record<string, unknown>>;
}

/**
 * Returns the name and record of a number. It is called once for each number of a call, except the agent's own. A
 * result that arrives after the next call has begun is ignored.
 */
export type PartyResolver = (number: string, call: Call) => Promise<ResolvedParty | null | undefined>;

/**
 * Returns an agent token. It is called at the start and whenever the token expires. The signal aborts when the kit no longer
 * waits; pass it to `fetch`.
 */
export type TokenProvider = (signal: AbortSignal) => Promise<string>;

/** The value of an attribute that holds JSON, once it is parsed. */
export type JsonObject = Record<string, unknown>;

/** Keeps the JSON of an attribute as a string until the start reads it, so that a mistake can be reported then. */
const jsonConverter = (text: string | null): JsonObject | string | null => text;

/** The properties of `<sobot-agent>` that configure it. */
export abstract class AgentSettings extends BaseElement {
  /** Further origins that `sdk-src` may load from. Add to it in script: an attribute must not choose a script freely. */
  static readonly allowedSdkOrigins = allowedSdkOrigins;

  /** The enterprise ID. It becomes `?sysnum=` of the SDK's address. */
  @property() sysnum = '';
  /** The address of the vendor's script: https on a host of Sobot, or an origin in `allowedSdkOrigins`. */
  @property({ attribute: 'sdk-src' }) sdkSrc = '';
  /** The company code, `companyId` of `initAgent`. */
  @property({ attribute: 'company-id' }) companyId = '';
  /** The agent's work number or ID. */
  @property() agent = '';
  /** The kind of number in `agent`: `0` a work number, `1` an ID. */
  @property({ attribute: 'agent-type' }) agentType: '0' | '1' = '0';
  /** The agent token. It is never reflected, logged, stored or put into an event. A new one renews the session's. */
  @property() token = '';
  /**
   * An endpoint that returns JSON with `token`, `accessToken` or `access_token`. It is called at the start and whenever the
   * token expires.
   */
  @property({ attribute: 'token-url' }) tokenUrl = '';
  /** `include` sends cookies to a `token-url` of another origin too. */
  @property({ attribute: 'token-credentials' }) tokenCredentials: 'same-origin' | 'include' = 'same-origin';
  /** Returns a token. It takes precedence over `token-url`. */
  @property({ attribute: false }) tokenProvider: TokenProvider | null = null;
  /** Enables outbound calls from several tabs: `allowStorageListen` of `initAgent`. */
  @property({ type: Boolean, attribute: 'allow-storage-listen' }) allowStorageListen = false;
  /** Further fields of `initAgent`: an object, or its JSON. */
  @property({ converter: jsonConverter, attribute: 'init-options' }) initOptions: JsonObject | string | null = null;
  /** Uses the embedded call centre instead of the vendor's cloud. */
  @property({ type: Boolean, reflect: true }) sandbox = false;
  /** An SDK that the page provides: an object with the class `agent`, or an instance of it. */
  @property({ attribute: false }) sdk: SobotClient | SobotAgentSdk | null = null;
  /** Does not start before `start()` is called. */
  @property({ type: Boolean }) manual = false;
  /** Time limit for loading the script and for `initAgent`, in seconds. */
  @property({ type: Number, attribute: 'load-timeout' }) loadTimeout = 30;
  /** Time limit for the answer to a command, in seconds. */
  @property({ type: Number, attribute: 'command-timeout' }) commandTimeout = 15;
  /** The company's message names, each with the name that the kit knows: an object, or its JSON. */
  @property({ converter: jsonConverter, attribute: 'event-aliases' }) eventAliases: JsonObject | string | null = null;
  /**
   * A static call state for page builders: `none`, `dialing`, `ringing`, `talking`, `held`, `wrap-up`, or `waiting` for a
   * second call beside the current one. No network.
   */
  @property() preview: CallStatus | 'waiting' | '' = '';
  /** Every element shows only the last digits of numbers, for screen sharing. */
  @property({ type: Boolean, attribute: 'mask-numbers' }) maskNumbers = false;
  /**
   * Origins whose pages `<sobot-screen-pop>` may open besides the page's own: `https://crm.example https://b.example`.
   * On the agent element only, so that markup elsewhere in the page can't send callers' data away.
   */
  @property({ attribute: 'screen-pop-origins' }) screenPopOrigins = '';
  /**
   * Commands that buttons with `commandfor` may run: `none`, or names such as `hold-call hangup`, separated by spaces.
   * Empty: all.
   */
  @property({ attribute: 'invoker-commands' }) invokerCommands = '';
  /** A CSS selector: `tel:` links in matching elements dial through the kit, also links that are added later. */
  @property() scan = '';
  /**
   * Keys that run commands from anywhere in the page, except where text is entered: an object of actions and
   * combinations, or its JSON, such as `{"answer": "alt+a", "hold": "ctrl+shift+h"}`. Empty: the defaults of the kit.
   */
  @property({ converter: jsonConverter }) shortcuts: JsonObject | string | boolean | null = null;
  /** Returns name, record and details of the party behind a number. The call does not wait for it. */
  @property({ attribute: false }) partyResolver: PartyResolver | null = null;
}
