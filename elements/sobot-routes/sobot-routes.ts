/**
 * The element `<sobot-routes>`: the selection of a rule and its command. The result of the platform
 * is read in `src/queries/routes.ts`.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { type AgentHost, SobotElement } from '../../src/ui/base/index.js';
import { isLoggedIn, Query, type Routes, routesOf, routesQuery, withRoute } from '../../src/queries/index.js';
import { errorNotice, radioGroup, selectField } from '../../src/ui/components/index.js';
import { routesMessages } from './messages.js';
import { routesStyles } from './styles.js';

/**
 * The vendor's codes of the rules (section "Query Agent Outbound Routing Rules", table 1): any
 * number of the company, a scheme, or a number of the agent.
 */
const ruleCodes = ['1', '2', '3'] as const;
type Rule = (typeof ruleCodes)[number];
const BY_COMPANY_NUMBER: Rule = '1';
const BY_SCHEME: Rule = '2';
const BY_NUMBER: Rule = '3';

/**
 * Returns a rule by its code. Undefined: a rule that the document does not have. It is not offered,
 * because its parameters are unknown.
 */
const ruleOf = (code: string): Rule | undefined => ruleCodes.find((each) => each === code);

/** The agent's choice: a rule with its scheme or its number. Empty where none is chosen. */
interface RouteSelection {
  readonly rule: Rule;
  readonly scheme: string;
  readonly number: string;
}

/** Whether a selection names all that its rule needs, so that it can be saved. */
function isComplete({ rule, scheme, number }: RouteSelection): boolean {
  if (rule === BY_SCHEME) return scheme !== '';
  return rule !== BY_NUMBER || number !== '';
}

/**
 * Returns the value of a list of one, where there is nothing to choose. Empty for any other list.
 */
const onlyValue = (list: Routes['numbers']): string => (list.length === 1 ? (list[0]?.value ?? '') : '');

/**
 * A change is saved at once. One that is refused is taken back, with the error beside it.
 *
 * @summary The number that customers see when the agent calls: the company's outbound rules, and the scheme or the number
 * of a rule.
 *
 * @element sobot-routes
 *
 * @csspart rule - The radio group of the outbound rules.
 * @csspart option - Each outbound rule.
 * @csspart scheme - The select field of the scheme.
 * @csspart number - The select field of the number.
 * @csspart status - Why nothing can be changed now, what is still to be chosen, or that the change was saved.
 * @csspart error - The error of a change or of the query.
 * @csspart button - Every button.
 * @csspart try-again - The button that fetches the rules again after an error.
 * @csspart notice - The text of an error, or of a missing agent element.
 * @csspart icon - Every icon.
 *
 * @cssState saving - A change was sent and is not answered yet.
 */
export class SobotRoutes extends SobotElement<typeof routesMessages> {
  static override readonly tag = 'sobot-routes';
  static override readonly messages = routesMessages;
  static override readonly styles = routesStyles;

  readonly #isLoggedIn = this.select(isLoggedIn);
  readonly #setRoute = this.command('setRoute');
  readonly #routes = new Query(this, routesQuery, () => this.agentHost?.session);
  /**
   * The page or another element has sent `setRoute`, so the fetched rules are out of date after its
   * answer.
   */
  #changedExternally = false;

  /**
   * The selection that is being saved, or is not complete yet; null where the platform's own is
   * shown.
   */
  @state() private selection: RouteSelection | null = null;
  /** The last change was saved. The next one resets it. */
  @state() private isSaved = false;

  /**
   * Queries the rules again when a change that was not made here has been answered. A change made
   * here needs no query: `#select` knows its result.
   */
  protected override willUpdate(): void {
    const isSaving = this.#setRoute.busy;
    if (!isSaving && this.#changedExternally) this.#routes.refetch();
    this.#changedExternally = isSaving && (this.#changedExternally || !this.selection);
  }

  /**
   * Shows a selection, and saves it when it is complete. The platform's selection comes back when
   * it is refused.
   */
  async #select(selection: RouteSelection): Promise<void> {
    this.selection = selection;
    this.isSaved = false;
    this.failure = null;
    if (!isComplete(selection)) return;
    // A parameter of another rule is not sent: the document has it only for its own rule.
    const { rule } = selection;
    const scheme = rule === BY_SCHEME ? selection.scheme : '';
    const number = rule === BY_NUMBER ? selection.number : '';
    const isDone = await this.#setRoute.run({
      explicitRule: rule,
      ...(scheme && { explicitCode: scheme }),
      ...(number && { explicitNumber: number }),
    });
    const { result } = this.#routes;
    if (isDone && result) this.#routes.setResult(withRoute(result, rule, scheme, number));
    this.isSaved = isDone;
    this.selection = null;
  }

  /**
   * Selects a rule, with the scheme and the number that are set, or that are the only ones: then
   * one click is enough.
   */
  #selectRule(rule: Rule, { schemes, scheme, numbers, number }: Routes): void {
    void this.#select({ rule, scheme: scheme || onlyValue(schemes), number: number || onlyValue(numbers) });
  }

  /**
   * Renders the field that the rule needs, or the hint that it needs none or has none to offer. A
   * caller ID is masked as other numbers are, and its alias stands before it.
   */
  #renderDetail(routes: Routes, selection: RouteSelection | Routes): TemplateResult | typeof nothing {
    const { scheme, number } = selection;
    switch (selection.rule) {
      case BY_COMPANY_NUMBER:
        return html`<p class="hint any">${this.t('routes.any')}</p>`;
      case BY_SCHEME:
        if (routes.schemes.length === 0) return html`<p class="hint">${this.t('routes.noSchemes')}</p>`;
        return selectField({
          ...this.#fieldState,
          label: this.t('routes.scheme'),
          name: 'scheme',
          options: routes.schemes.map(({ value, name }) => ({ value, label: this.maskText(name) || value })),
          value: scheme,
          onChange: (value) => void this.#select({ rule: BY_SCHEME, scheme: value, number }),
        });
      case BY_NUMBER:
        if (routes.numbers.length === 0) return html`<p class="hint">${this.t('routes.noNumbers')}</p>`;
        return selectField({
          ...this.#fieldState,
          label: this.t('routes.number'),
          name: 'number',
          options: routes.numbers.map(({ value, name }) => ({
            value,
            label: [this.maskText(name), this.maskNumber(value)].filter(Boolean).join(' · '),
          })),
          value: number,
          onChange: (value) => void this.#select({ rule: BY_NUMBER, scheme, number: value }),
        });
      default:
        return nothing;
    }
  }

  /** The state that both select fields have in common. */
  get #fieldState(): { readonly placeholder: string; readonly reason: string | null; readonly busy: boolean } {
    const { reason, busy } = this.#setRoute;
    return { placeholder: this.t('routes.choose'), reason, busy };
  }

  /**
   * Returns the text of the live region: why nothing can be changed, else the result of the last
   * change, else the step that is missing. Empty where there is nothing to say.
   */
  #statusText(routes: Routes): string {
    const { reason } = this.#setRoute;
    if (reason) return reason;
    if (this.failure) return this.t('routes.kept');
    const { selection } = this;
    if (!selection || isComplete(selection)) return this.isSaved ? this.t('routes.saved') : '';
    if (selection.rule === BY_SCHEME) return routes.schemes.length ? this.t('routes.chooseScheme') : '';
    return routes.numbers.length ? this.t('routes.chooseNumber') : '';
  }

  /**
   * Renders the place of the rules, at their height. The skeletons are for the eye, so the live
   * region says that rules are loading.
   */
  #renderLoading(): TemplateResult {
    return html`<div class="stack" aria-busy="true">
      <p class="sr" role="status">${this.t('routes.loading')}</p>
      <div class="skeleton legend"></div>
      <div class="skeleton rules"></div>
      <div class="detail"></div>
      <p class="status"></p>
    </div>`;
  }

  /**
   * Renders the rules as radio buttons, because all of them should be seen. The detail and the
   * status have fixed places: a change must not move the rule that the agent clicks next.
   */
  #renderRoutes(routes: Routes): TemplateResult {
    const options = routes.rules.flatMap(({ value: code, name }) => {
      const value = ruleOf(code);
      return value ? [{ value, label: this.maskText(name) || value }] : [];
    });
    if (options.length === 0) return html`<p class="hint">${this.t('routes.none')}</p>`;
    const { reason, busy } = this.#setRoute;
    const selection = this.selection ?? routes;
    return html`<div class="stack">
      ${radioGroup({
        legend: this.t('routes.rule'),
        name: 'rule',
        list: true,
        options,
        value: ruleOf(selection.rule) ?? '',
        reason,
        busy,
        onChange: (rule) => this.#selectRule(rule, routes),
      })}
      <div class="detail">${this.#renderDetail(routes, selection)}</div>
      <p class="status hint" part="status" role="status">${this.#statusText(routes)}</p>
      ${this.renderFailure('setRoute')}
    </div>`;
  }

  /**
   * Renders the reason for a logged-out agent, whose rules are not queried. A known result stays,
   * with the reason beside it. Before a session starts, there is nothing to wait for.
   */
  protected override renderConnected(agentHost: AgentHost): TemplateResult | typeof nothing {
    const { result, error } = this.#routes;
    this.setStates({ saving: this.#setRoute.busy });
    if (!this.#isLoggedIn.value && !result)
      return html`<p class="hint" part="status">${this.disabledReasonText('logged-out')}</p>`;
    if (!result && !error) return agentHost.session ? this.#renderLoading() : nothing;
    return html`${result ? this.#renderRoutes(routesOf(result)) : nothing}
    ${errorNotice(this.t, error, () => this.#routes.refetch())}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sobot-routes': SobotRoutes;
  }
}
