/**
 * The choice of the caller ID that customers see. It is a controller of its own, because its query, state and template
 * don't depend on the rest of the dialer.
 */
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { isLoggedIn, Query, type Routes, routesOf, routesQuery } from '../../src/queries/index.js';
import type { AgentSession } from '../../src/session/index.js';
import { errorNotice, selectField, type SelectOption } from '../../src/ui/components/index.js';
import type { baseMessages, Translate } from '../../src/ui/i18n/index.js';
import type { dialerMessages } from './messages.js';

/** The settings and abilities of the dialer that the choice depends on. */
export interface CallerIdContext {
  /** Looks up a message in the language of the dialer. */
  readonly t: Translate<typeof dialerMessages & typeof baseMessages>;
  /** Returns a number as it may be shown. */
  readonly maskNumber: (number: string) => string;
  readonly maskText: (text: string) => string;
  /** The caller ID that the page has set. Empty: by the agent's outbound rule. */
  readonly ani: string;
  /** The code of the scheme that the page has set. Empty: by the agent's outbound rule. */
  readonly outboundPlanCode: string;
  /** {@link CallerIdController.isEnabled} of the present state. */
  readonly isEnabled: boolean;
}

/** Vendor's code of the outbound rule "one of my numbers". Section "Query Agent Outbound Routing Rules". */
const OWN_NUMBER_RULE = '3';

/** Queries the agent's outbound routes, and renders a select field for the caller ID. */
export class CallerIdController {
  /** When the routes can be queried: while the agent is logged in. */
  static readonly isEnabled = isLoggedIn;

  /** The routes of the session, shared with other elements that query them. */
  readonly #routes: Query<Parameters<typeof routesOf>[0]>;
  #choice: string | null = null;

  constructor(
    private readonly host: ReactiveControllerHost,
    session: () => AgentSession | null | undefined,
  ) {
    this.#routes = new Query(host, routesQuery, session);
  }

  /** The agent's choice. Null before there is one, empty for the outbound rule. */
  get choice(): string | null {
    return this.#choice;
  }

  /**
   * Renders nothing if there is no number to choose. Before the first answer only the rule can be
   * chosen. A caller ID of the page (`ani`) is an option even where the agent's routes don't
   * contain it: the platform accepts any number within the company's permissions (section
   * "Outbound").
   */
  render(context: CallerIdContext): TemplateResult | typeof nothing {
    const { t, ani, isEnabled } = context;
    const { result, error } = this.#routes;
    const routes = result && routesOf(result);
    const numbers = routes?.numbers ?? [];
    if (routes && numbers.length === 0 && !ani) return nothing;
    const isListed = numbers.some(({ value }) => value === ani);
    const preset = ani && !isListed ? [{ value: ani, name: '' }] : [];
    const options: SelectOption[] = [...preset, ...numbers].map((each) => ({
      value: each.value,
      label: numberLabel(each, context),
    }));
    return html`${selectField({
      label: t('dialer.callerId'),
      name: 'caller-id',
      options: [{ value: '', label: ruleText(routes, context) }, ...options],
      value: this.#choice ?? ani,
      onChange: (value) => this.#handleChange(value),
    })}
    ${errorNotice(t, isEnabled ? error : null, () => this.#routes.refetch())}`;
  }

  /**
   * Keeps the choice for this element only: the platform's own setting is changed by
   * `<sobot-routes>`.
   */
  #handleChange(value: string): void {
    this.#choice = value;
    this.host.requestUpdate();
  }
}

/** The alias of a number, if there is one, and the number. */
const numberLabel = ({ value, name }: Routes['numbers'][number], { maskNumber, maskText }: CallerIdContext): string =>
  name ? `${maskText(name)} · ${maskNumber(value)}` : maskNumber(value);

/**
 * The text of the first option: which rule chooses the caller ID if the agent doesn't. It names the
 * number where the rule leads to one, because agents know their numbers better than the names of
 * rules.
 */
function ruleText(routes: Routes | null, context: CallerIdContext): string {
  const { t, outboundPlanCode } = context;
  if (outboundPlanCode) return t('dialer.byPlan');
  const number = routes?.rule === OWN_NUMBER_RULE && routes.numbers.find(({ value }) => value === routes.number);
  const rule = routes?.rules.find(({ value }) => value === routes.rule);
  const name = number ? numberLabel(number, context) : context.maskText(rule?.name ?? '');
  return name ? t('dialer.byThisRule', name) : t('dialer.byRule');
}
