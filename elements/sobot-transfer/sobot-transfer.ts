import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { AgentsResult } from '../../src/sdk/index.js';
import type { AgentSession } from '../../src/session/index.js';
import { disabledReason, type DisabledReason } from '../../src/state/index.js';
import { SobotElement } from '../../src/ui/base/sobot-element.js';
import { search } from '../../src/ui/components/icons.js';
import { agentsQuery, colleaguesOf, matching, queuesQuery, type Colleague } from '../../src/queries/agents.js';
import type { Phone } from '../../src/ui/base/agent-host.js';
import { presenceDot, presenceStyles } from '../../src/ui/components/presence-dot.js';
import { Poll } from '../../src/queries/polling.js';
import { retryNotice, waiting } from '../../src/ui/components/error-notice.js';
import { buttons, fields, texts, tokens } from '../../src/ui/styles/index.js';
import { VirtualList, virtualList } from '../../src/ui/components/virtual-list/virtual-list.js';
import { transferMessages } from './messages.js';
import { numberEntry } from './number-entry.js';
import { recentTargets, rememberTarget } from './recent.js';
import { transferStyles } from './styles.js';
import { tabs } from './tabs.js';
import { asBefore, groupsOf, othersOf, readyFirst, type Target } from './targets.js';

/** The vendor's target types, in the order of the tabs (section "Transfer"). */
const types = { agents: '0', groups: '3', extension: '2', number: '1' } as const;

type Kind = keyof typeof types;

const transferKinds = Object.keys(types) as Kind[];
const consultKinds = transferKinds.filter((kind) => kind !== 'groups');

const isList = (kind: Kind): boolean => kind === 'agents' || kind === 'groups';

/** Seconds between two looks at who is ready, while a list is open. */
const INTERVAL = 10;

const dots = { ready: 'ready', busy: 'break', dnd: 'dnd', offline: 'offline' } as const;

/**
 * One click on a row, or Enter, is enough. Who is ready comes first; others are told with what they do, and only who is
 * not logged in can't be chosen: the platform judges the rest.
 *
 * @summary Where the call goes, or who is asked: agents, skill groups, an extension, a phone number.
 * @element sobot-transfer
 * @csspart tabs - The kinds of targets.
 * @csspart tab - Each kind.
 * @csspart search - The field that searches in a list.
 * @csspart targets - The list of agents or skill groups.
 * @csspart row - Each agent or skill group.
 * @csspart dot - The mark of an agent's status.
 * @csspart number - The field of the extension or the phone number.
 * @csspart confirm - The button beside it.
 * @csspart recent - The numbers that were used last.
 * @csspart redial - Each of them.
 * @csspart button - Every button.
 * @csspart try-again - Asks for the list again.
 * @csspart error - What went wrong.
 * @csspart notice - A notice, such as an error or a missing agent.
 * @csspart icon - Every icon.
 * @cssState consult - Somebody is to be asked, rather than to get the call.
 * @cssState sending - The choice is under way.
 */
export class SobotTransfer extends SobotElement<typeof transferMessages> {
  static override readonly tag = 'sobot-transfer';
  static override readonly messages = transferMessages;
  static override readonly styles = [
    tokens,
    buttons,
    fields,
    texts,
    presenceStyles,
    waiting,
    virtualList,
    transferStyles,
  ];

  readonly #agent = this.select(({ agent }) => agent);
  readonly #obstacles = {
    transfer: this.select((all) => disabledReason(all, 'singleTransfer')),
    consult: this.select((all) => disabledReason(all, 'initiateConsult')),
  };
  readonly #agents = new Poll(
    this,
    agentsQuery,
    () => this.#sessionOf('agents'),
    () => INTERVAL,
  );
  readonly #queues = new Poll(
    this,
    queuesQuery,
    () => this.#sessionOf('groups'),
    () => INTERVAL,
  );
  readonly #list = new VirtualList<Target>(this, {
    role: 'listbox',
    part: 'targets',
    key: ({ key }) => key,
    text: ({ name }) => name,
    off: ({ reach }) => this.#reason ?? (reach === 'offline' ? this.t('transfer.isOffline') : null),
    pick: (target) => this.#pick(target),
    row: (target) => this.#drawRow(target),
  });
  #colleagues: readonly Colleague[] = [];
  /** The list of the chosen kind, made of `#source`. */
  #targets: readonly Target[] = [];
  #source: readonly unknown[] = [];
  #found: readonly Target[] = [];
  #opened: Kind | null = null;
  #openedAt = 0;
  /** Its order was made before it was opened. */
  #isOld = true;

  /** What a choice does: `transfer` gives the call away at once, `consult` asks first, while the other side waits. */
  @property({ reflect: true }) mode: 'transfer' | 'consult' = 'transfer';

  @state() private kind: Kind = 'agents';
  /** What is in the field of the chosen kind. */
  @state() private typed = '';
  @state() private sending = '';

  get #mode(): 'transfer' | 'consult' {
    return this.mode === 'consult' ? 'consult' : 'transfer';
  }

  get #kinds(): readonly Kind[] {
    return this.#mode === 'consult' ? consultKinds : transferKinds;
  }

  get #disabledReason(): DisabledReason | null {
    return this.#obstacles[this.#mode].value;
  }

  get #reason(): string | null {
    return this.#disabledReason && this.why(this.#disabledReason);
  }

  #sessionOf(kind: Kind): AgentSession | null | undefined {
    return this.kind === kind ? this.phone?.session : null;
  }

  get #query(): Poll<unknown> {
    return this.kind === 'agents' ? this.#agents : this.#queues;
  }

  /** Into the field: typing is all that it takes. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector('input')?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!this.#kinds.includes(this.kind)) this.kind = 'agents';
    this.setStates({ consult: this.#mode === 'consult', sending: this.#disabledReason === 'pending' });
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!this.phone || this.kind === this.#opened) return;
    this.#opened = this.kind;
    this.#openedAt = Date.now();
    this.#isOld = true;
    if (isList(this.kind) && this.#query.settled) this.#query.ask(); // what is known is shown meanwhile
  }

  /** Ten thousand agents are looked through when they come, and searched when somebody types. */
  #collect(phone: Phone): void {
    const { agent, agentType } = phone;
    const { result: agents } = this.#agents;
    const { result: queues } = this.#queues;
    const source = [agents, queues, agent, agentType, this.#agent.value, this.language];
    if (source.some((each, index) => each !== this.#source[index])) {
      this.#source = source;
      this.#targets = agents ? this.#others(agents, phone) : queues ? groupsOf(queues) : [];
    }
    this.#found = isList(this.kind) ? matching(this.#targets, this.typed) : [];
  }

  #others(result: AgentsResult, phone: Phone): readonly Target[] {
    this.#colleagues = colleaguesOf(result, this.#colleagues, this.language);
    const others = othersOf(this.#colleagues, this.#agent.value, phone);
    if (!this.#isOld) return asBefore(others, this.#targets);
    this.#isOld = this.#agents.at < this.#openedAt;
    return readyFirst(others);
  }

  #pick({ key, id, number, reach }: Target): void {
    if (reach === 'offline') return;
    void this.#send(this.kind === 'agents' && this.phone?.agentType !== '1' ? number : id, key);
  }

  /** @param key of the row, where it is one */
  async #send(target: string, key = ''): Promise<void> {
    const { phone, kind } = this;
    if (!phone || target === '' || this.#disabledReason) return;
    this.sending = key;
    const done =
      this.#mode === 'consult' && kind !== 'groups'
        ? await this.run('initiateConsult', { targetType: types[kind], target })
        : await this.run('singleTransfer', { targetType: types[kind], target });
    this.sending = '';
    if (done && !isList(kind)) rememberTarget(phone, kind, target);
  }

  readonly #open = async (kind: Kind, byPointer: boolean): Promise<void> => {
    if (kind !== this.kind) {
      this.kind = kind;
      this.#type('');
    }
    await this.updateComplete;
    if (byPointer) this.focus();
    else this.renderRoot.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus();
  };

  readonly #type = (text: string): void => {
    this.typed = text;
    this.failure = null;
    this.#list.reset();
  };

  /** Enter takes the only one that is left; of several it leads into the list. */
  readonly #searchKeyed = (event: KeyboardEvent): void => {
    if (event.isComposing || (event.key !== 'Enter' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    const only = event.key === 'Enter' ? this.#only : null;
    if (!only) this.#list.focus();
    else this.#pick(only);
  };

  get #only(): Target | null {
    return this.typed.trim() !== '' && this.#found.length === 1 ? (this.#found[0] ?? null) : null;
  }

  #drawRow({ name, number, reach, ready }: Target): TemplateResult {
    return html`${reach ? presenceDot(dots[reach]) : nothing}
      <span class="who"
        ><bdi>${name}</bdi>${number && number !== name ? html` <bdi class="hint">${number}</bdi>` : nothing}</span
      >
      ${reach ? html`<span class="hint">${this.t(`people.${reach}`)}</span>` : nothing}
      ${ready === undefined ? nothing : html`<span class="hint">${this.t('transfer.readyMembers', ready)}</span>`}`;
  }

  #drawList(): TemplateResult {
    const agents = this.kind === 'agents';
    const { error, result } = this.#query;
    const label = this.t(agents ? 'transfer.searchAgents' : 'transfer.searchGroups');
    const count = this.#found.length;
    const none = this.t(agents ? 'people.nobody' : 'transfer.noGroup');
    const found = this.t(agents ? 'people.found' : 'transfer.foundGroups', count);
    return html`<div class="search">
        ${search}
        <input
          part="search"
          type="text"
          role="searchbox"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          enterkeyhint="go"
          aria-label=${label}
          placeholder=${label}
          .value=${live(this.typed)}
          @input=${({ currentTarget }: Event & { currentTarget: HTMLInputElement }) => this.#type(currentTarget.value)}
          @keydown=${this.#searchKeyed}
        />
      </div>
      <span class="sr" role="status">${result ? (count ? found : none) : error ? '' : this.t('transfer.loading')}</span>
      ${
        count > 0
          ? this.#list.draw({
              items: this.#found,
              label: this.t(`transfer.${this.kind}`),
              deps: [this.t('people.ready')],
              selected: this.sending || (this.#only?.key ?? ''),
            })
          : nothing
      }
      ${result && count === 0 ? html`<p class="hint" aria-hidden="true">${none}</p>` : nothing}
      ${result || error ? nothing : html`<div class="ghost"></div>`}
      ${retryNotice(this.t, error, () => this.#query.ask())}`;
  }

  #drawNumber(phone: Phone): TemplateResult {
    const { kind } = this;
    const busy = this.#disabledReason === 'pending';
    return numberEntry({
      label: this.t(kind === 'number' ? 'transfer.numberField' : 'transfer.extensionField'),
      verb: this.t(`transfer.${this.#mode}`),
      typed: this.typed,
      recent: { label: this.t('transfer.recent'), numbers: recentTargets(phone, kind) },
      reason: busy ? null : this.#reason,
      busy,
      shown: (number) => this.shown(number),
      onType: this.#type,
      onSend: (number) => (number === '' ? this.focus() : void this.#send(number)),
    });
  }

  protected override draw(phone: Phone): TemplateResult | typeof nothing {
    if (!phone.session) return nothing;
    this.#collect(phone);
    return html`<div class="stack">
      ${tabs({
        label: this.t(this.#mode === 'consult' ? 'transfer.consultWith' : 'transfer.transferTo'),
        tabs: this.#kinds.map((kind) => [kind, this.t(`transfer.${kind}`)] as const),
        chosen: this.kind,
        open: (kind, byPointer) => void this.#open(kind, byPointer),
      })}
      <div class="stack" id="panel" role="tabpanel" aria-labelledby=${`tab-${this.kind}`}>
        ${isList(this.kind) ? this.#drawList() : this.#drawNumber(phone)}
      </div>
      ${this.drawFailure('singleTransfer', 'initiateConsult')}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sobot-transfer': SobotTransfer;
  }
}
