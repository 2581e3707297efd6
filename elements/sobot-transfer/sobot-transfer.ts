import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { AgentsResult } from '../../src/sdk/index.js';
import type { AgentSession } from '../../src/session/index.js';
import { disabledReason, type DisabledReason } from '../../src/state/index.js';
import { type AgentHost, SobotElement } from '../../src/ui/base/index.js';
import { search } from '../../src/ui/icons/index.js';
import {
  type AgentListItem,
  agentsQuery,
  filterBySearch,
  PolledQuery,
  queuesQuery,
  toAgentList,
} from '../../src/queries/index.js';
import {
  errorNotice,
  presenceDot,
  presenceStyles,
  skeletonStyles,
  VirtualList,
  virtualListStyles,
} from '../../src/ui/components/index.js';
import { buttonStyles, fieldStyles, textStyles, tokenStyles } from '../../src/ui/styles/index.js';
import { transferMessages } from './messages.js';
import { renderNumberEntry } from './number-entry.js';
import { recentTargets, rememberTarget } from './recent.js';
import { transferStyles } from './styles.js';
import { renderTabs } from './tabs.js';
import {
  inPreviousOrder,
  skillGroupTargets,
  transferableAgents,
  sortByAvailability,
  type TransferTarget,
} from './targets.js';

/** The vendor's target types, in the order of the tabs (section "Transfer"). */
const targetTypes = { agents: '0', groups: '3', extension: '2', number: '1' } as const;

type TargetKind = keyof typeof targetTypes;

const transferKinds = Object.keys(targetTypes) as TargetKind[];
const consultKinds = transferKinds.filter((kind) => kind !== 'groups');

const isListKind = (kind: TargetKind): boolean => kind === 'agents' || kind === 'groups';

/** Seconds between two looks at who is ready, while a list is open. */
const POLL_INTERVAL_SECONDS = 10;

const availabilityDots = { ready: 'ready', busy: 'break', dnd: 'dnd', offline: 'offline' } as const;

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
    tokenStyles,
    buttonStyles,
    fieldStyles,
    textStyles,
    presenceStyles,
    skeletonStyles,
    virtualListStyles,
    transferStyles,
  ];

  readonly #agent = this.select(({ agent }) => agent);
  readonly #disabledReasons = {
    transfer: this.select((all) => disabledReason(all, 'singleTransfer')),
    consult: this.select((all) => disabledReason(all, 'initiateConsult')),
  };
  readonly #agents = new PolledQuery(
    this,
    agentsQuery,
    () => this.#sessionOf('agents'),
    () => POLL_INTERVAL_SECONDS,
  );
  readonly #queues = new PolledQuery(
    this,
    queuesQuery,
    () => this.#sessionOf('groups'),
    () => POLL_INTERVAL_SECONDS,
  );
  readonly #list = new VirtualList<TransferTarget>(this, {
    role: 'listbox',
    part: 'targets',
    key: ({ key }) => key,
    text: ({ name }) => name,
    disabledReason: ({ availability }) =>
      this.#disabledText ?? (availability === 'offline' ? this.t('transfer.isOffline') : null),
    onSelect: (target) => this.#select(target),
    renderRow: (target) => this.#renderRow(target),
  });
  #agentItems: readonly AgentListItem[] = [];
  /** The list of the chosen kind, made of `#source`. */
  #targets: readonly TransferTarget[] = [];
  #source: readonly unknown[] = [];
  #matches: readonly TransferTarget[] = [];
  #openedKind: TargetKind | null = null;
  #openedAt = 0;
  /** Its order was made before it was opened. */
  #needsSort = true;

  /** What a choice does: `transfer` gives the call away at once, `consult` asks first, while the other side waits. */
  @property({ reflect: true }) mode: 'transfer' | 'consult' = 'transfer';

  @state() private kind: TargetKind = 'agents';
  /** What is in the field of the chosen kind. */
  @state() private text = '';
  @state() private sendingKey = '';

  get #mode(): 'transfer' | 'consult' {
    return this.mode === 'consult' ? 'consult' : 'transfer';
  }

  get #kinds(): readonly TargetKind[] {
    return this.#mode === 'consult' ? consultKinds : transferKinds;
  }

  get #disabledReason(): DisabledReason | null {
    return this.#disabledReasons[this.#mode].value;
  }

  get #disabledText(): string | null {
    return this.#disabledReason && this.disabledReasonText(this.#disabledReason);
  }

  #sessionOf(kind: TargetKind): AgentSession | null | undefined {
    return this.kind === kind ? this.agentHost?.session : null;
  }

  get #query(): PolledQuery<unknown> {
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
    if (!this.agentHost || this.kind === this.#openedKind) return;
    this.#openedKind = this.kind;
    this.#openedAt = Date.now();
    this.#needsSort = true;
    if (isListKind(this.kind) && this.#query.isSettled) this.#query.refetch(); // what is known is shown meanwhile
  }

  /** Ten thousand agents are looked through when they come, and searched when somebody types. */
  #updateTargets(agentHost: AgentHost): void {
    const { agent, agentType } = agentHost;
    const { result: agents } = this.#agents;
    const { result: queues } = this.#queues;
    const source = [agents, queues, agent, agentType, this.#agent.value, this.language];
    if (source.some((each, index) => each !== this.#source[index])) {
      this.#source = source;
      this.#targets = agents ? this.#toTargets(agents, agentHost) : queues ? skillGroupTargets(queues) : [];
    }
    this.#matches = isListKind(this.kind) ? filterBySearch(this.#targets, this.text) : [];
  }

  #toTargets(result: AgentsResult, agentHost: AgentHost): readonly TransferTarget[] {
    this.#agentItems = toAgentList(result, this.#agentItems, this.language);
    const others = transferableAgents(this.#agentItems, this.#agent.value, agentHost);
    if (!this.#needsSort) return inPreviousOrder(others, this.#targets);
    this.#needsSort = this.#agents.updatedAt < this.#openedAt;
    return sortByAvailability(others);
  }

  #select({ key, id, number, availability }: TransferTarget): void {
    if (availability === 'offline') return;
    void this.#send(this.kind === 'agents' && this.agentHost?.agentType !== '1' ? number : id, key);
  }

  /** @param key of the row, where it is one */
  async #send(target: string, key = ''): Promise<void> {
    const { agentHost, kind } = this;
    if (!agentHost || target === '' || this.#disabledReason) return;
    this.sendingKey = key;
    const isDone =
      this.#mode === 'consult' && kind !== 'groups'
        ? await this.run('initiateConsult', { targetType: targetTypes[kind], target })
        : await this.run('singleTransfer', { targetType: targetTypes[kind], target });
    this.sendingKey = '';
    if (isDone && !isListKind(kind)) rememberTarget(agentHost, kind, target);
  }

  readonly #selectTab = async (kind: TargetKind, byPointer: boolean): Promise<void> => {
    if (kind !== this.kind) {
      this.kind = kind;
      this.#setText('');
    }
    await this.updateComplete;
    if (byPointer) this.focus();
    else this.renderRoot.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus();
  };

  readonly #setText = (text: string): void => {
    this.text = text;
    this.failure = null;
    this.#list.reset();
  };

  /** Enter takes the only one that is left; of several it leads into the list. */
  readonly #handleSearchKeydown = (event: KeyboardEvent): void => {
    if (event.isComposing || (event.key !== 'Enter' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    const onlyMatch = event.key === 'Enter' ? this.#onlyMatch : null;
    if (!onlyMatch) this.#list.focus();
    else this.#select(onlyMatch);
  };

  get #onlyMatch(): TransferTarget | null {
    return this.text.trim() !== '' && this.#matches.length === 1 ? (this.#matches[0] ?? null) : null;
  }

  #renderRow({ name, number, availability, ready }: TransferTarget): TemplateResult {
    return html`${availability ? presenceDot(availabilityDots[availability]) : nothing}
      <span class="who"
        ><bdi>${name}</bdi>${number && number !== name ? html` <bdi class="hint">${number}</bdi>` : nothing}</span
      >
      ${availability ? html`<span class="hint">${this.t(`people.${availability}`)}</span>` : nothing}
      ${ready === undefined ? nothing : html`<span class="hint">${this.t('transfer.readyMembers', ready)}</span>`}`;
  }

  #renderList(): TemplateResult {
    const isAgentList = this.kind === 'agents';
    const { error, result } = this.#query;
    const label = this.t(isAgentList ? 'transfer.searchAgents' : 'transfer.searchGroups');
    const count = this.#matches.length;
    const emptyText = this.t(isAgentList ? 'people.nobody' : 'transfer.noGroup');
    const foundText = this.t(isAgentList ? 'people.found' : 'transfer.foundGroups', count);
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
          .value=${live(this.text)}
          @input=${({ currentTarget }: Event & { currentTarget: HTMLInputElement }) => this.#setText(currentTarget.value)}
          @keydown=${this.#handleSearchKeydown}
        />
      </div>
      <span class="sr" role="status"
        >${result ? (count ? foundText : emptyText) : error ? '' : this.t('transfer.loading')}</span
      >
      ${
        count > 0
          ? this.#list.render({
              items: this.#matches,
              label: this.t(`transfer.${this.kind}`),
              dependencies: [this.t('people.ready')],
              selected: this.sendingKey || (this.#onlyMatch?.key ?? ''),
            })
          : nothing
      }
      ${result && count === 0 ? html`<p class="hint" aria-hidden="true">${emptyText}</p>` : nothing}
      ${result || error ? nothing : html`<div class="skeleton"></div>`}
      ${errorNotice(this.t, error, () => this.#query.refetch())}`;
  }

  #renderNumber(agentHost: AgentHost): TemplateResult {
    const { kind } = this;
    const busy = this.#disabledReason === 'pending';
    return renderNumberEntry({
      label: this.t(kind === 'number' ? 'transfer.numberField' : 'transfer.extensionField'),
      actionLabel: this.t(`transfer.${this.#mode}`),
      value: this.text,
      recent: { label: this.t('transfer.recent'), numbers: recentTargets(agentHost, kind) },
      reason: busy ? null : this.#disabledText,
      busy,
      maskNumber: (number) => this.maskNumber(number),
      onInput: this.#setText,
      onSend: (number) => (number === '' ? this.focus() : void this.#send(number)),
    });
  }

  protected override renderConnected(agentHost: AgentHost): TemplateResult | typeof nothing {
    if (!agentHost.session) return nothing;
    this.#updateTargets(agentHost);
    return html`<div class="stack">
      ${renderTabs({
        label: this.t(this.#mode === 'consult' ? 'transfer.consultWith' : 'transfer.transferTo'),
        tabs: this.#kinds.map((kind) => [kind, this.t(`transfer.${kind}`)] as const),
        selected: this.kind,
        onOpen: (kind, byPointer) => void this.#selectTab(kind, byPointer),
      })}
      <div class="stack" id="panel" role="tabpanel" aria-labelledby=${`tab-${this.kind}`}>
        ${isListKind(this.kind) ? this.#renderList() : this.#renderNumber(agentHost)}
      </div>
      ${this.renderFailure('singleTransfer', 'initiateConsult')}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sobot-transfer': SobotTransfer;
  }
}
