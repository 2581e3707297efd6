/**
 * The list of the company's agents, the base class of `<sobot-directory>` and `<sobot-supervisor>`.
 * Both show the same agents in the same way, and differ in the buttons of a row.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { str } from '../../internal/index.js';
import type { AgentsResult, CommandName, CommandParams } from '../../sdk/index.js';
import { relativeTime, type figuresMessages } from './relative-time.js';
import { actionButton, type ActionButton } from './button.js';
import { SobotElement, type CommandController } from '../base/index.js';
import type { baseMessages, Messages, Translate } from '../i18n/index.js';
import { rotateCcw } from '../icons/index.js';
import {
  type AgentListItem,
  agentsQuery,
  availabilities,
  filterBySearch,
  isConnected,
  isSelf,
  PolledQuery,
  Query,
  queuesQuery,
  rows,
  targetOf,
  toAgentList,
} from '../../queries/index.js';
import { agentListStyles } from './agent-list-styles.js';
import { presenceDot, presenceStyles } from './presence-dot.js';
import { searchField, searchFieldStyles } from './search-field.js';
import { errorNotice, skeletonStyles } from './error-notice.js';
import { buttonStyles, fieldStyles, textStyles, tokenStyles } from '../styles/index.js';
import { VirtualList, virtualListStyles } from './virtual-list/virtual-list.js';
import type { agentListMessages } from './agent-list-messages.js';

/** The dot of each availability. A busy agent has the dot of a break: occupied for a while. */
const availabilityDots = { ready: 'ready', busy: 'break', dnd: 'dnd', offline: 'offline' } as const;

/** An option of a filter. */
type SelectChoice = readonly [value: string, label: string];

/**
 * The company's agents with their statuses, filtered by name, skill group and status. Ten thousand
 * agents are possible, so only visible rows are in the document. A subclass renders the buttons of
 * a row.
 */
export abstract class AgentListElement<M extends Messages> extends SobotElement<
  M & typeof agentListMessages & typeof figuresMessages
> {
  /** The translate function with the messages that this class knows; subclasses add their own. */
  readonly #t: Translate<typeof agentListMessages & typeof figuresMessages & typeof baseMessages> = this.t;
  static override readonly styles = [
    tokenStyles,
    buttonStyles,
    fieldStyles,
    textStyles,
    presenceStyles,
    skeletonStyles,
    searchFieldStyles,
    virtualListStyles,
    agentListStyles,
  ];

  /** Seconds between two queries while the element is visible; 0: only the button Refresh queries again. */
  @property({ type: Number }) interval = 30;

  /** The selected status; empty for all. This filter compares rows that were received already. */
  @state() private searchText = '';
  @state() private queueCode = '';
  @state() private availability = '';
  /**
   * The pending command and the key of its agent, as `command key`; empty while none is pending.
   */
  @state() private busyAction = '';

  /** Whether queries can be sent. Before that, and without a result, nothing is rendered. */
  readonly #connected = this.select(isConnected);
  readonly #agent = this.select(({ agent }) => agent);
  readonly #agents = new PolledQuery(
    this,
    agentsQuery,
    () => this.agentHost?.session,
    () => this.interval,
    () => this.queueCode,
  );
  readonly #queues = new Query(this, queuesQuery, () => this.agentHost?.session);
  readonly #list = new VirtualList<AgentListItem>(this, {
    role: 'grid',
    part: 'agents',
    key: ({ key }) => key,
    text: ({ name }) => name,
    renderRow: (agent) => this.#renderRow(agent),
  });
  /**
   * The result that {@link #items} were made from. Rows remain the same objects until another
   * result arrives.
   */
  #sourceResult: AgentsResult | null = null;
  /** All agents of the result, sorted by name. */
  #items: readonly AgentListItem[] = [];
  /** The agents that match search and status. */
  #matches: readonly AgentListItem[] = [];

  /** Renders the buttons of an agent's row. */
  protected abstract renderActions(agent: AgentListItem): TemplateResult;

  /**
   * The values that the buttons depend on besides the agent of the row. A change renders all
   * visible rows again.
   */
  protected abstract readonly rowDependencies: readonly unknown[];

  /** Makes the rows of a new result, and filters them. */
  #updateItems(): void {
    const { result } = this.#agents;
    if (result !== this.#sourceResult) {
      this.#sourceResult = result;
      this.#items = result ? toAgentList(result, this.#items, this.language) : [];
    }
    const { availability } = this;
    const matches = filterBySearch(this.#items, this.searchText);
    this.#matches = availability ? matches.filter((each) => each.availability === availability) : matches;
    this.setStates({ filtered: this.#matches.length < this.#items.length });
  }

  /**
   * The name of an agent in commands: by work number or ID, as the agent element says; empty where
   * it is unknown.
   */
  protected targetOf(agent: AgentListItem): string {
    return targetOf(agent, this.agentHost?.agentType);
  }

  /** Whether a row is the agent of this session. */
  protected isSelf(agent: AgentListItem): boolean {
    return isSelf(agent, this.#agent.value, this.agentHost);
  }

  /** Queries the agents again. */
  protected refresh(): void {
    this.#agents.refetch();
  }

  /** Focuses the search field, so that an agent is found by typing at once. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector('input')?.focus(options);
  }

  /** Focuses the list if the focused control is gone, so that the focus isn't lost to the page. */
  protected focusList(): void {
    if (!this.shadowRoot?.activeElement) this.#list.focus();
  }

  /**
   * Runs a command for an agent; only the button of this agent is busy.
   * @returns whether it succeeded
   */
  protected async runFor<N extends CommandName>(
    agent: AgentListItem,
    command: N,
    params: CommandParams<N>,
  ): Promise<boolean> {
    this.failure = null;
    const action = `${command} ${agent.key}`;
    this.busyAction = action;
    const isDone = await this.run(command, params);
    if (this.busyAction === action) this.busyAction = '';
    return isDone;
  }

  /**
   * Renders a button in the row of an agent. While its command is pending, only the button that was
   * clicked is busy. The same button in other rows is disabled, and says that the command is
   * pending.
   */
  protected renderAction(
    agent: AgentListItem,
    { name, disabledReason }: Pick<CommandController, 'name' | 'disabledReason'>,
    button: Omit<ActionButton, 'busy' | 'command' | 'variant'>,
  ): TemplateResult {
    const busy = this.busyAction === `${name} ${agent.key}`;
    const commandReason = disabledReason && this.disabledReasonText(disabledReason);
    return actionButton({ ...button, variant: 'plain', reason: busy ? null : button.reason || commandReason, busy });
  }

  /** Filters by a new text, and shows the first match. */
  readonly #handleSearchInput = (text: string): void => {
    this.searchText = text;
    this.#list.reset();
  };

  /** Arrow down leads from the search field into the list, as in the browser's own suggestions. */
  readonly #handleSearchKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' || event.isComposing) return;
    event.preventDefault();
    this.#list.focus();
  };

  /**
   * Renders name, status, number and extension; the tooltip has a work status that the document
   * doesn't define.
   */
  #renderRow(agent: AgentListItem): TemplateResult {
    const { name, number, ext, availability, workStatus } = agent;
    const status = this.#t(`people.${availability ?? 'unknown'}`);
    return html`<div role="gridcell" class="who">
        ${availability ? presenceDot(availabilityDots[availability]) : nothing}
        <span class="person"
          ><span class="name" title=${name}><bdi>${name}</bdi></span
          ><span class="hint" title=${workStatus && workStatus !== '1' ? this.#t('people.work', workStatus) : nothing}
            >${status}${number && number !== name ? html` · <bdi>${number}</bdi>` : nothing}${
              ext && ext !== number ? html` · ${this.#t('people.ext', ext)}` : nothing
            }</span
          ></span
        >
        ${this.isSelf(agent) ? html`<span class="tag" part="you">${this.#t('people.you')}</span>` : nothing}
      </div>
      <div role="gridcell" class="acts">${this.renderActions(agent)}</div>`;
  }

  /**
   * Renders a filter as a select without a visible label. Its accessible name is `label`, and its
   * first option says the same to others.
   */
  #renderSelect(
    name: string,
    label: string,
    value: string,
    choices: readonly SelectChoice[],
    onChoose: (value: string) => void,
  ) {
    return html`<select
      part=${name}
      aria-label=${label}
      @change=${(event: Event & { currentTarget: HTMLSelectElement }) => {
        onChoose(event.currentTarget.value);
        this.#list.reset();
      }}
    >
      ${choices.map(([each, text]) => html`<option value=${each} .selected=${live(each === value)}>${text}</option>`)}
    </select>`;
  }

  /** Renders the filters; that of skill groups only where the query of the groups succeeded. */
  #renderFilters(): TemplateResult {
    const queues = rows(this.#queues.result?.queues).map((each): SelectChoice => {
      const code = str(each.queueCode);
      return [code, this.maskText(str(each.queueName) || code)];
    });
    return html`<div class="filters">
      ${searchField({
        label: this.#t('people.search'),
        value: this.searchText,
        onInput: this.#handleSearchInput,
        onKeydown: this.#handleSearchKeydown,
      })}
      ${
        queues.length > 0
          ? this.#renderSelect(
              'group',
              this.#t('people.group'),
              this.queueCode,
              [['', this.#t('people.allGroups')], ...queues],
              (value) => (this.queueCode = value),
            )
          : nothing
      }
      ${this.#renderSelect(
        'status',
        this.#t('people.status'),
        this.availability,
        [
          ['', this.#t('people.allStatuses')],
          ...availabilities.map((each): SelectChoice => [each, this.#t(`people.${each}`)]),
        ],
        (value) => (this.availability = value),
      )}
    </div>`;
  }

  /** Renders the rows, a sentence where there are none, or a skeleton until the first result. */
  #renderList(): TemplateResult {
    if (this.#matches.length > 0) {
      return this.#list.render({
        items: this.#matches,
        label: this.#t('people.agents'),
        dependencies: [
          this.#t('people.busy'),
          this.busyAction,
          this.#agent.value,
          this.agentHost?.agent,
          ...this.rowDependencies,
        ],
      });
    }
    if (this.#agents.result) {
      return html`<p class="hint">${this.#t(this.#items.length > 0 ? 'people.nobody' : 'people.none')}</p>`;
    }
    return this.#agents.error ? html`` : html`<div class="skeleton" aria-busy="true"></div>`;
  }

  /** The number of rows, which a live region announces while the agent types. */
  get #countText(): string {
    const [matches, all] = [this.#matches.length, this.#items.length];
    if (!this.#agents.result) return this.#agents.error ? '' : this.#t('people.loading');
    return matches < all ? this.#t('people.foundOf', matches, all) : this.#t('people.found', all);
  }

  protected override renderConnected(): TemplateResult | typeof nothing {
    const { updatedAt: at, error, result } = this.#agents;
    if (!this.#connected.value && !result) return nothing;
    this.#updateItems();
    return html`<div class="people stack">
      ${this.#renderFilters()}${this.#renderList()}
      <div class="foot">
        <span class="hint"
          ><span role="status">${this.#countText}</span
          >${result ? html` · ${relativeTime(this.#t, this.language, at, !!error)}` : nothing}</span
        >
        ${
          result && !error
            ? actionButton({
                label: this.#t('figures.refresh'),
                icon: rotateCcw,
                part: 'refresh',
                variant: 'quiet',
                onClick: () => this.refresh(),
              })
            : nothing
        }
      </div>
      ${this.renderFailure()}${errorNotice(this.#t, error, () => this.refresh())}
    </div>`;
  }
}
