import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { AgentsResult, CommandName, CommandParams } from '../../sdk/index.js';
import type { DisabledReason } from '../../state/index.js';
import { age } from './relative-time.js';
import { actionButton, type ActionButton } from './button.js';
import { SobotElement } from '../base/sobot-element.js';
import type { baseMessages, Messages, Translate } from '../i18n/index.js';
import { rotateCcw, search } from './icons.js';
import {
  agentsQuery,
  colleaguesOf,
  isSelf,
  matching,
  queuesQuery,
  reaches,
  targetOf,
  textOf,
  type Colleague,
} from '../../queries/agents.js';
import { peopleStyles } from './agent-list-styles.js';
import type { Phone } from '../base/agent-host.js';
import { Poll } from '../../queries/polling.js';
import { presenceDot, presenceStyles } from './presence-dot.js';
import { connected, Query, rows } from '../../queries/query-cache.js';
import { retryNotice, waiting } from './error-notice.js';
import { buttons, fields, texts, tokens } from '../styles/index.js';
import { VirtualList, virtualList } from './virtual-list/virtual-list.js';
import type { figuresMessages } from './figures-messages.js';
import type { agentListMessages } from './agent-list-messages.js';

const dots = { ready: 'ready', busy: 'break', dnd: 'dnd', offline: 'offline' } as const;

type Choice = readonly [value: string, label: string];

/** The enterprise's agents with their statuses, of any number; what can be done with one of them is up to the subclass. */
export abstract class PeopleElement<M extends Messages> extends SobotElement<
  M & typeof agentListMessages & typeof figuresMessages
> {
  readonly #t: Translate<typeof agentListMessages & typeof figuresMessages & typeof baseMessages> = this.t;
  static override readonly styles = [
    tokens,
    buttons,
    fields,
    texts,
    presenceStyles,
    waiting,
    virtualList,
    peopleStyles,
  ];

  /** Seconds between two looks at the platform, while the element is in sight; 0: only by the button Refresh. */
  @property({ type: Number }) interval = 30;

  @state() private typed = '';
  @state() private group = '';
  @state() private reach = '';
  /** The command that is under way, and for whom. */
  @state() private acting = '';

  readonly #connected = this.select(connected);
  readonly #agent = this.select(({ agent }) => agent);
  readonly #agents = new Poll(
    this,
    agentsQuery,
    () => this.phone?.session,
    () => this.interval,
    () => this.group,
  );
  readonly #groups = new Query(this, queuesQuery, () => this.phone?.session);
  readonly #list = new VirtualList<Colleague>(this, {
    role: 'grid',
    part: 'agents',
    key: ({ key }) => key,
    text: ({ name }) => name,
    row: (person) => this.#drawRow(person),
  });
  #source: AgentsResult | null = null;
  #people: readonly Colleague[] = [];
  #found: readonly Colleague[] = [];

  /** What can be done with an agent: buttons. */
  protected abstract drawActions(person: Colleague): TemplateResult;

  /** What the buttons depend on besides the agent of the row: a change draws all the seen rows. */
  protected abstract readonly dependencies: readonly unknown[];

  #collect(): void {
    const { result } = this.#agents;
    if (result !== this.#source) {
      this.#source = result;
      this.#people = result ? colleaguesOf(result, this.#people, this.language) : [];
    }
    const { reach } = this;
    const found = matching(this.#people, this.typed);
    this.#found = reach ? found.filter((each) => each.reach === reach) : found;
    this.setStates({ filtered: this.#found.length < this.#people.length });
  }

  protected targetOf(person: Colleague): string {
    return targetOf(person, this.phone?.agentType);
  }

  protected isSelf(person: Colleague): boolean {
    return isSelf(person, this.#agent.value, this.phone);
  }

  protected refresh(): void {
    this.#agents.ask();
  }

  /** Into the search field: typing is all that it takes. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector('input')?.focus(options);
  }

  /** Back into the list, where what had the focus is gone. */
  protected focusList(): void {
    if (!this.shadowRoot?.activeElement) this.#list.focus();
  }

  /** Runs a command that concerns an agent; his button says so. @returns whether it succeeded */
  protected async act<N extends CommandName>(
    person: Colleague,
    command: N,
    params: CommandParams<N>,
  ): Promise<boolean> {
    this.failure = null;
    this.acting = `${command} ${person.key}`;
    const done = await this.run(command, params);
    this.acting = '';
    return done;
  }

  /** A button in the row of an agent. While a command is under way, only the button that began it is busy. */
  protected drawAction(
    person: Colleague,
    command: CommandName,
    disabledReason: DisabledReason | null,
    button: Omit<ActionButton, 'busy' | 'look'>,
  ): TemplateResult {
    const busy = this.acting === `${command} ${person.key}`;
    const reason = busy ? null : button.reason || (disabledReason && this.why(disabledReason));
    return actionButton({ ...button, look: 'plain', reason, busy });
  }

  readonly #searched = (event: Event & { currentTarget: HTMLInputElement }): void => {
    this.typed = event.currentTarget.value;
    this.#list.reset();
  };

  readonly #keyed = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' || event.isComposing) return;
    event.preventDefault();
    this.#list.focus();
  };

  #drawRow(person: Colleague): TemplateResult {
    const { name, number, ext, reach, work } = person;
    const status = this.#t(`people.${reach ?? 'unknown'}`);
    return html`<div role="gridcell" class="who">
        ${reach ? presenceDot(dots[reach]) : nothing}
        <span class="person"
          ><span class="name" title=${name}><bdi>${name}</bdi></span
          ><span class="hint" title=${work && work !== '1' ? this.#t('people.work', work) : nothing}
            >${status}${number && number !== name ? html` · <bdi>${number}</bdi>` : nothing}${
              ext && ext !== number ? html` · ${this.#t('people.ext', ext)}` : nothing
            }</span
          ></span
        >
        ${this.isSelf(person) ? html`<span class="tag" part="you">${this.#t('people.you')}</span>` : nothing}
      </div>
      <div role="gridcell" class="acts">${this.drawActions(person)}</div>`;
  }

  #drawSelect(name: string, label: string, value: string, choices: readonly Choice[], choose: (value: string) => void) {
    return html`<select
      part=${name}
      aria-label=${label}
      @change=${(event: Event & { currentTarget: HTMLSelectElement }) => {
        choose(event.currentTarget.value);
        this.#list.reset();
      }}
    >
      ${choices.map(([each, text]) => html`<option value=${each} .selected=${live(each === value)}>${text}</option>`)}
    </select>`;
  }

  #drawFilters(): TemplateResult {
    const label = this.#t('people.search');
    const groups = rows(this.#groups.result?.queues).map((each): Choice => {
      const code = textOf(each.queueCode);
      return [code, textOf(each.queueName) || code];
    });
    return html`<div class="filters">
      <div class="search">
        ${search}
        <input
          part="search"
          type="search"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          aria-label=${label}
          placeholder=${label}
          .value=${live(this.typed)}
          @input=${this.#searched}
          @keydown=${this.#keyed}
        />
      </div>
      ${
        groups.length > 0
          ? this.#drawSelect(
              'group',
              this.#t('people.group'),
              this.group,
              [['', this.#t('people.allGroups')], ...groups],
              (value) => (this.group = value),
            )
          : nothing
      }
      ${this.#drawSelect(
        'status',
        this.#t('people.status'),
        this.reach,
        [['', this.#t('people.allStatuses')], ...reaches.map((each): Choice => [each, this.#t(`people.${each}`)])],
        (value) => (this.reach = value),
      )}
    </div>`;
  }

  #drawList(): TemplateResult {
    if (this.#found.length > 0) {
      return this.#list.draw({
        items: this.#found,
        label: this.#t('people.agents'),
        deps: [this.#t('people.busy'), this.acting, this.#agent.value, this.phone?.agent, ...this.dependencies],
      });
    }
    if (this.#agents.result) {
      return html`<p class="hint">${this.#t(this.#people.length > 0 ? 'people.nobody' : 'people.none')}</p>`;
    }
    return this.#agents.error ? html`` : html`<div class="ghost" aria-busy="true"></div>`;
  }

  get #count(): string {
    const [found, all] = [this.#found.length, this.#people.length];
    if (!this.#agents.result) return this.#agents.error ? '' : this.#t('people.loading');
    return found < all ? this.#t('people.foundOf', found, all) : this.#t('people.found', all);
  }

  protected override draw(_phone: Phone): TemplateResult | typeof nothing {
    const { at, error, result } = this.#agents;
    if (!this.#connected.value && !result) return nothing;
    this.#collect();
    return html`<div class="people stack">
      ${this.#drawFilters()}${this.#drawList()}
      <div class="foot">
        <span class="hint"
          ><span role="status">${this.#count}</span
          >${result ? html` · ${age(this.#t, this.language, at, !!error)}` : nothing}</span
        >
        ${
          result && !error
            ? actionButton({
                label: this.#t('figures.refresh'),
                icon: rotateCcw,
                part: 'refresh',
                look: 'quiet',
                onClick: () => this.refresh(),
              })
            : nothing
        }
      </div>
      ${this.drawFailure()}${retryNotice(this.#t, error, () => this.refresh())}
    </div>`;
  }
}
