import { css, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { disabledReason } from '../../src/state/index.js';
import { type AgentHost, SobotElement } from '../../src/ui/base/index.js';
import { isLoggedIn, Query, type Routes, routesOf, routesQuery, withRoute } from '../../src/queries/index.js';
import {
  errorNotice,
  radioGroup,
  radioGroupStyles,
  selectField,
  skeletonStyles,
} from '../../src/ui/components/index.js';
import { buttonStyles, fieldStyles, textStyles, tokenStyles } from '../../src/ui/styles/index.js';
import { routesMessages } from './messages.js';

/** The vendor's codes of the rules (section "Query Agent Outbound Routing Rules", table 1). */
const ruleCodes = ['1', '2', '3'] as const;
type Rule = (typeof ruleCodes)[number];
const BY_SCHEME: Rule = '2';
const BY_NUMBER: Rule = '3';

const ruleOf = (code: string): Rule | undefined => ruleCodes.find((each) => each === code);

/** What the agent wants: a rule, and of it a scheme or a number. */
interface RouteSelection {
  readonly rule: Rule;
  readonly scheme: string;
  readonly number: string;
}

/**
 * @summary Which number customers see when the agent calls: the tenant's outbound rules, and the scheme or the number
 * that the rule demands. A change is saved at once; one that is refused is taken back.
 *
 * @element sobot-routes
 *
 * @csspart rule - The radio group of the outbound rules.
 * @csspart option - Each outbound rule.
 * @csspart scheme - The choice of the scheme.
 * @csspart number - The choice of the number.
 * @csspart status - Why nothing can be changed now, what is still to be chosen, or that it was saved.
 * @csspart error - What went wrong.
 * @csspart button - Every button.
 * @csspart try-again - Asks for the rules again.
 * @csspart notice - A notice that there is no agent.
 * @csspart icon - Every icon.
 *
 * @cssState saving - A change is under way.
 */
export class SobotRoutes extends SobotElement<typeof routesMessages> {
  static override readonly tag = 'sobot-routes';
  static override readonly messages = routesMessages;
  static override readonly styles = [
    tokenStyles,
    buttonStyles,
    fieldStyles,
    textStyles,
    radioGroupStyles,
    skeletonStyles,
    css`
      .detail,
      .any {
        display: grid;
        align-items: center;
        min-block-size: 66px;
      }
      .any {
        padding: 8px 12px;
        border-radius: var(--_radius);
        background: var(--_sunken);
      }
      select {
        text-overflow: ellipsis;
      }
      .status {
        min-block-size: 18px;
      }
      .skeleton.rules {
        block-size: 129px;
      }
      .skeleton.legend {
        inline-size: 40%;
        block-size: 14px;
        border-radius: 4px;
      }
    `,
  ];

  readonly #isLoggedIn = this.select(isLoggedIn);
  readonly #disabledReason = this.select((all) => disabledReason(all, 'setRoute'));
  readonly #routes = new Query(this, routesQuery, () => this.agentHost?.session);
  #changedExternally = false;

  /** Under way, or not complete yet. */
  @state() private selection: RouteSelection | null = null;
  @state() private isSaved = false;

  protected override willUpdate(): void {
    const isSaving = this.#disabledReason.value === 'pending';
    if (!isSaving && this.#changedExternally) this.#routes.refetch(); // somebody else has changed it
    this.#changedExternally = isSaving && (this.#changedExternally || !this.selection);
  }

  async #save(selection: RouteSelection): Promise<void> {
    this.selection = selection;
    this.isSaved = false;
    this.failure = null;
    if (!this.#isComplete(selection)) return;
    const { rule, scheme, number } = selection;
    const isDone = await this.run('setRoute', {
      explicitRule: rule,
      ...(rule === BY_SCHEME ? { explicitCode: scheme } : undefined),
      ...(rule === BY_NUMBER ? { explicitNumber: number } : undefined),
    });
    const { result } = this.#routes;
    if (isDone && result) {
      this.#routes.setResult(
        withRoute(result, rule, rule === BY_SCHEME ? scheme : '', rule === BY_NUMBER ? number : ''),
      );
    }
    this.isSaved = isDone;
    this.selection = null;
  }

  #isComplete({ rule, scheme, number }: RouteSelection): boolean {
    return rule === BY_SCHEME ? scheme !== '' : rule === BY_NUMBER ? number !== '' : true;
  }

  readonly #selectRule = (rule: Rule, { schemes, scheme, numbers, number }: Routes): void => {
    const onlyValue = (list: Routes['numbers']): string => (list.length === 1 ? (list[0]?.value ?? '') : '');
    void this.#save({ rule, scheme: scheme || onlyValue(schemes), number: number || onlyValue(numbers) });
  };

  #renderDetail(
    routes: Routes,
    selection: RouteSelection | Routes,
    fieldState: { reason: string | null; busy: boolean },
  ): TemplateResult | typeof nothing {
    const { rule } = selection;
    if (rule !== BY_SCHEME && rule !== BY_NUMBER) {
      return rule === '1' ? html`<p class="hint any">${this.t('routes.any')}</p>` : nothing;
    }
    const isByScheme = rule === BY_SCHEME;
    const list = isByScheme ? routes.schemes : routes.numbers;
    if (list.length === 0)
      return html`<p class="hint">${this.t(isByScheme ? 'routes.noSchemes' : 'routes.noNumbers')}</p>`;
    return selectField({
      ...fieldState,
      label: this.t(isByScheme ? 'routes.scheme' : 'routes.number'),
      name: isByScheme ? 'scheme' : 'number',
      options: list.map(({ value, name }) => ({ value, label: this.#routeLabel(value, name, isByScheme) })),
      value: isByScheme ? selection.scheme : selection.number,
      placeholder: this.t('routes.choose'),
      onChange: (value) =>
        void this.#save({
          rule,
          scheme: selection.scheme,
          number: selection.number,
          [isByScheme ? 'scheme' : 'number']: value,
        }),
    });
  }

  #routeLabel(value: string, name: string, isByScheme: boolean): string {
    if (isByScheme) return name || value;
    return name ? `${name} · ${this.maskNumber(value)}` : this.maskNumber(value);
  }

  #statusText(routes: Routes, reason: string | null): string {
    if (reason) return reason;
    if (this.failure) return this.t('routes.kept');
    const { selection } = this;
    if (!selection || this.#isComplete(selection)) return this.isSaved ? this.t('routes.saved') : '';
    if (selection.rule === BY_SCHEME) return routes.schemes.length ? this.t('routes.chooseScheme') : '';
    return routes.numbers.length ? this.t('routes.chooseNumber') : '';
  }

  #renderLoading(): TemplateResult {
    return html`<div class="stack" aria-busy="true">
      <p class="sr" role="status">${this.t('routes.loading')}</p>
      <div class="skeleton legend"></div>
      <div class="skeleton rules"></div>
      <div class="detail"></div>
      <p class="status"></p>
    </div>`;
  }

  #renderRoutes(routes: Routes): TemplateResult {
    const options = routes.rules.flatMap(({ value: code, name }) => {
      const value = ruleOf(code);
      return value ? [{ value, label: name || value }] : [];
    });
    if (options.length === 0) return html`<p class="hint">${this.t('routes.none')}</p>`;
    const disabledReason = this.#disabledReason.value;
    const busy = disabledReason === 'pending';
    const reason = disabledReason && !busy ? this.disabledReasonText(disabledReason) : null;
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
      <div class="detail">${this.#renderDetail(routes, selection, { reason, busy })}</div>
      <p class="status hint" part="status" role="status">${this.#statusText(routes, reason)}</p>
      ${this.renderFailure('setRoute')}
    </div>`;
  }

  protected override renderConnected(agentHost: AgentHost): TemplateResult | typeof nothing {
    const { result, error } = this.#routes;
    this.setStates({ saving: this.#disabledReason.value === 'pending' });
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
