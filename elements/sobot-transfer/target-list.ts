/**
 * The searchable list of agents or skill groups, each of which a call can go to.
 *
 * A company may have ten thousand agents. So targets are computed when a result comes, and filtered
 * when the agent types; only the visible rows are rendered.
 */
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { now } from '../../src/internal/index.js';
import {
  agentsQuery,
  filterBySearch,
  PolledQuery,
  queuesQuery,
  toAgentList,
  type AgentListItem,
} from '../../src/queries/index.js';
import type { AgentsResult, QueuesResult } from '../../src/sdk/index.js';
import type { Agent } from '../../src/state/index.js';
import type { AgentHost } from '../../src/ui/base/index.js';
import { errorNotice, presenceDot, searchField, VirtualList } from '../../src/ui/components/index.js';
import type { baseMessages, Translate } from '../../src/ui/i18n/index.js';
import type { transferMessages } from './messages.js';
import {
  inPreviousOrder,
  skillGroupTargets,
  sortByAvailability,
  transferableAgents,
  type TransferTarget,
} from './targets.js';

/** The kinds of targets that are lists. */
export type ListKind = 'agents' | 'groups';

/** Seconds between two queries, while a list is open: availability changes with every call. */
const POLL_INTERVAL_SECONDS = 10;

/** The dot of each availability, as in the list of colleagues. */
const availabilityDots = { ready: 'ready', busy: 'break', dnd: 'dnd', offline: 'offline' } as const;

/** The services of the element that the list uses. */
export interface TargetListOptions {
  readonly t: Translate<typeof transferMessages & typeof baseMessages>;
  /** Returns the session to query, or null while the list of that kind is not open. */
  readonly sessionFor: (kind: ListKind) => AgentHost['session'] | undefined;
  /** Returns why no target can be selected now; null if one can. */
  readonly disabledText: () => string | null;
  /** Returns a name as it may be shown. */
  readonly maskText: (text: string) => string;
  /** Called with the target of a click or of Enter. */
  readonly onSelect: (target: TransferTarget) => void;
  /** Called with the text of the search field at each input. */
  readonly onInput: (text: string) => void;
}

/** The data that targets and matches are computed from. */
export interface TargetListInput {
  readonly agentHost: AgentHost;
  readonly agent: Agent | null;
  readonly language: string;
  /** The list to search; null while no list is open. */
  readonly kind: ListKind | null;
  /** The text of the search field. */
  readonly text: string;
}

/** Queries, sorts, filters and renders the targets of the open list. */
export class TargetList {
  readonly #agents: PolledQuery<AgentsResult>;
  readonly #queues: PolledQuery<QueuesResult>;
  readonly #list: VirtualList<TransferTarget>;
  /**
   * The agents of the last result. Unchanged ones stay the same objects, so that their rows do not
   * render again.
   */
  #agentItems: readonly AgentListItem[] = [];
  /** The targets of the open list, made of `#source`. */
  #targets: readonly TransferTarget[] = [];
  /**
   * The values that the targets were made of. They are compared by identity, and not by content.
   */
  #source: readonly unknown[] = [];
  /** The targets that the search has found; all of them without a search. */
  #matches: readonly TransferTarget[] = [];
  /** There is a search. Without one, a single target is no match that Enter may select. */
  #isSearching = false;
  /** The time when the list was opened, in milliseconds since 1970. */
  #openedAt = 0;
  /** Whether the list may be sorted anew: until the first result after it was opened. */
  #needsSort = true;

  constructor(
    element: ReactiveControllerHost & Element,
    private readonly options: TargetListOptions,
  ) {
    const { t, sessionFor, disabledText, onSelect } = options;
    const interval = (): number => POLL_INTERVAL_SECONDS;
    this.#agents = new PolledQuery(element, agentsQuery, () => sessionFor('agents'), interval);
    this.#queues = new PolledQuery(element, queuesQuery, () => sessionFor('groups'), interval);
    this.#list = new VirtualList(element, {
      role: 'listbox',
      part: 'targets',
      key: ({ key }) => key,
      text: ({ name }) => name,
      disabledReason: ({ availability }) =>
        disabledText() ?? (availability === 'offline' ? t('transfer.isOffline') : null),
      onSelect,
      renderRow: (target) => this.#renderRow(target),
    });
  }

  /** Queries the list again when it is opened. The known result is shown meanwhile. */
  open(kind: ListKind | null): void {
    this.#openedAt = now();
    this.#needsSort = true;
    if (!kind) return;
    const query = this.#queryOf(kind);
    if (query.isSettled) query.refetch();
  }

  /** Scrolls to the first row, for another search. */
  reset(): void {
    this.#list.reset();
  }

  /** Computes targets and matches, before each render of the element. */
  update({ agentHost, agent, language, kind, text }: TargetListInput): void {
    const { result: agents } = this.#agents;
    const { result: queues } = this.#queues;
    const source = [agents, queues, agentHost.agent, agentHost.agentType, agent, language];
    if (source.some((each, index) => each !== this.#source[index])) {
      this.#source = source;
      if (agents) this.#targets = this.#agentTargets(agents, { agentHost, agent, language });
      else this.#targets = queues ? skillGroupTargets(queues) : [];
    }
    this.#matches = kind ? filterBySearch(this.#targets, text) : [];
    this.#isSearching = text.trim() !== '';
  }

  /** The only match of a search, which Enter selects; null otherwise. */
  get #onlyMatch(): TransferTarget | null {
    return this.#isSearching && this.#matches.length === 1 ? (this.#matches[0] ?? null) : null;
  }

  /** Returns the query of a list, whose error and result are rendered. */
  #queryOf(kind: ListKind): PolledQuery<unknown> {
    return kind === 'agents' ? this.#agents : this.#queues;
  }

  /**
   * Sorts once after opening. Later results keep the order, so that no row moves under the pointer.
   */
  #agentTargets(
    result: AgentsResult,
    { agentHost, agent, language }: Pick<TargetListInput, 'agentHost' | 'agent' | 'language'>,
  ): readonly TransferTarget[] {
    this.#agentItems = toAgentList(result, this.#agentItems, language);
    const others = transferableAgents(this.#agentItems, agent, agentHost);
    if (!this.#needsSort) return inPreviousOrder(others, this.#targets);
    this.#needsSort = this.#agents.updatedAt < this.#openedAt;
    return sortByAvailability(others);
  }

  /**
   * Enter selects the only match. With several it moves into the list: the first one would be a
   * guess.
   */
  readonly #handleSearchKeydown = (event: KeyboardEvent): void => {
    if (event.isComposing || (event.key !== 'Enter' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    const onlyMatch = event.key === 'Enter' ? this.#onlyMatch : null;
    if (onlyMatch) this.options.onSelect(onlyMatch);
    else this.#list.focus();
  };

  /**
   * Renders a row: an agent with work number and status, or a skill group with its ready members.
   */
  #renderRow({ name, number, availability, ready }: TransferTarget): TemplateResult {
    const { t, maskText } = this.options;
    return html`${availability ? presenceDot(availabilityDots[availability]) : nothing}
      <span class="who"
        ><bdi>${maskText(name)}</bdi
        >${number && number !== name ? html` <bdi class="hint">${number}</bdi>` : nothing}</span
      >
      ${availability ? html`<span class="hint">${t(`people.${availability}`)}</span>` : nothing}
      ${ready === undefined ? nothing : html`<span class="hint">${t('transfer.readyMembers', ready)}</span>`}`;
  }

  /**
   * Returns the number of matches for the live region; empty beside an error, which is a live
   * region of its own.
   */
  #countText(kind: ListKind): string {
    const { t } = this.options;
    const { error, result } = this.#queryOf(kind);
    if (!result) return error ? '' : t('transfer.loading');
    const count = this.#matches.length;
    if (count === 0) return this.#emptyText(kind);
    return t(kind === 'agents' ? 'people.found' : 'transfer.foundGroups', count);
  }

  /** Returns the sentence for a search without a match. */
  #emptyText(kind: ListKind): string {
    return this.options.t(kind === 'agents' ? 'people.nobody' : 'transfer.noGroup');
  }

  /**
   * Renders the search field and the list.
   *
   * @param sendingKey key of the target whose command is pending, which stays selected; empty: none
   */
  render(kind: ListKind, text: string, sendingKey: string): TemplateResult {
    const { t, onInput } = this.options;
    const query = this.#queryOf(kind);
    const search = searchField({
      label: t(kind === 'agents' ? 'transfer.searchAgents' : 'transfer.searchGroups'),
      value: text,
      enterKeyHint: 'go',
      onInput,
      onKeydown: this.#handleSearchKeydown,
    });
    return html`${search}
      <span class="sr" role="status">${this.#countText(kind)}</span>
      ${this.#renderMatches(kind, sendingKey)} ${errorNotice(t, query.error, () => query.refetch())}`;
  }

  /**
   * Renders the rows, or what takes their place: a sentence without a match, a placeholder before
   * the first result.
   */
  #renderMatches(kind: ListKind, sendingKey: string): TemplateResult | typeof nothing {
    const { t } = this.options;
    const { error, result } = this.#queryOf(kind);
    if (this.#matches.length > 0) {
      return this.#list.render({
        items: this.#matches,
        label: t(`transfer.${kind}`),
        dependencies: [t('people.ready')],
        selected: sendingKey || (this.#onlyMatch?.key ?? ''),
      });
    }
    if (result) return html`<p class="hint" aria-hidden="true">${this.#emptyText(kind)}</p>`;
    return error ? nothing : html`<div class="skeleton"></div>`;
  }
}
