import { css, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { disabledReason } from '../../src/state/index.js';
import { SobotElement } from '../../src/ui/base/sobot-element.js';
import type { Phone } from '../../src/ui/base/agent-host.js';
import { loggedIn, Query } from '../../src/queries/query-cache.js';
import { radioGroup, radioGroups } from '../../src/ui/components/radio-group.js';
import { retryNotice, waiting } from '../../src/ui/components/error-notice.js';
import { routesOf, routesQuery, withRoute, type Routes } from '../../src/queries/routes.js';
import { selectField } from '../../src/ui/components/select-field.js';
import { buttons, fields, texts, tokens } from '../../src/ui/styles/index.js';
import { routesMessages } from './messages.js';

/** The vendor's codes of the rules (section "Query Agent Outbound Routing Rules", table 1). */
const codes = ['1', '2', '3'] as const;
type Rule = (typeof codes)[number];
const BY_SCHEME: Rule = '2';
const BY_NUMBER: Rule = '3';

const ruleOf = (code: string): Rule | undefined => codes.find((each) => each === code);

/** What the agent wants: a rule, and of it a scheme or a number. */
interface Wish {
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
    tokens,
    buttons,
    fields,
    texts,
    radioGroups,
    waiting,
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
      .ghost.rules {
        block-size: 129px;
      }
      .ghost.legend {
        inline-size: 40%;
        block-size: 14px;
        border-radius: 4px;
      }
    `,
  ];

  readonly #loggedIn = this.select(loggedIn);
  readonly #disabledReason = this.select((all) => disabledReason(all, 'setRoute'));
  readonly #routes = new Query(this, routesQuery, () => this.phone?.session);
  #foreign = false;

  /** Under way, or not complete yet. */
  @state() private wish: Wish | null = null;
  @state() private saved = false;

  protected override willUpdate(): void {
    const saving = this.#disabledReason.value === 'pending';
    if (!saving && this.#foreign) this.#routes.ask(); // somebody else has changed it
    this.#foreign = saving && (this.#foreign || !this.wish);
  }

  async #save(wish: Wish): Promise<void> {
    this.wish = wish;
    this.saved = false;
    this.failure = null;
    if (!this.#isComplete(wish)) return;
    const { rule, scheme, number } = wish;
    const done = await this.run('setRoute', {
      explicitRule: rule,
      ...(rule === BY_SCHEME ? { explicitCode: scheme } : undefined),
      ...(rule === BY_NUMBER ? { explicitNumber: number } : undefined),
    });
    const { result } = this.#routes;
    if (done && result) {
      this.#routes.tell(withRoute(result, rule, rule === BY_SCHEME ? scheme : '', rule === BY_NUMBER ? number : ''));
    }
    this.saved = done;
    this.wish = null;
  }

  #isComplete({ rule, scheme, number }: Wish): boolean {
    return rule === BY_SCHEME ? scheme !== '' : rule === BY_NUMBER ? number !== '' : true;
  }

  readonly #choose = (rule: Rule, { schemes, scheme, numbers, number }: Routes): void => {
    const only = (list: Routes['numbers']): string => (list.length === 1 ? (list[0]?.value ?? '') : '');
    void this.#save({ rule, scheme: scheme || only(schemes), number: number || only(numbers) });
  };

  #drawDetail(
    routes: Routes,
    wish: Wish | Routes,
    off: { reason: string | null; busy: boolean },
  ): TemplateResult | typeof nothing {
    const { rule } = wish;
    if (rule !== BY_SCHEME && rule !== BY_NUMBER) {
      return rule === '1' ? html`<p class="hint any">${this.t('routes.any')}</p>` : nothing;
    }
    const byScheme = rule === BY_SCHEME;
    const list = byScheme ? routes.schemes : routes.numbers;
    if (list.length === 0)
      return html`<p class="hint">${this.t(byScheme ? 'routes.noSchemes' : 'routes.noNumbers')}</p>`;
    return selectField({
      ...off,
      label: this.t(byScheme ? 'routes.scheme' : 'routes.number'),
      name: byScheme ? 'scheme' : 'number',
      options: list.map(({ value, name }) => ({ value, label: this.#label(value, name, byScheme) })),
      value: byScheme ? wish.scheme : wish.number,
      placeholder: this.t('routes.choose'),
      change: (value) =>
        void this.#save({ rule, scheme: wish.scheme, number: wish.number, [byScheme ? 'scheme' : 'number']: value }),
    });
  }

  #label(value: string, name: string, byScheme: boolean): string {
    if (byScheme) return name || value;
    return name ? `${name} · ${this.shown(value)}` : this.shown(value);
  }

  #status(routes: Routes, reason: string | null): string {
    if (reason) return reason;
    if (this.failure) return this.t('routes.kept');
    const { wish } = this;
    if (!wish || this.#isComplete(wish)) return this.saved ? this.t('routes.saved') : '';
    if (wish.rule === BY_SCHEME) return routes.schemes.length ? this.t('routes.chooseScheme') : '';
    return routes.numbers.length ? this.t('routes.chooseNumber') : '';
  }

  #drawLoading(): TemplateResult {
    return html`<div class="stack" aria-busy="true">
      <p class="sr" role="status">${this.t('routes.loading')}</p>
      <div class="ghost legend"></div>
      <div class="ghost rules"></div>
      <div class="detail"></div>
      <p class="status"></p>
    </div>`;
  }

  #drawRoutes(routes: Routes): TemplateResult {
    const options = routes.rules.flatMap(({ value: code, name }) => {
      const value = ruleOf(code);
      return value ? [{ value, label: name || value }] : [];
    });
    if (options.length === 0) return html`<p class="hint">${this.t('routes.none')}</p>`;
    const found = this.#disabledReason.value;
    const busy = found === 'pending';
    const reason = found && !busy ? this.why(found) : null;
    const wish = this.wish ?? routes;
    return html`<div class="stack">
      ${radioGroup({
        legend: this.t('routes.rule'),
        name: 'rule',
        list: true,
        options,
        value: ruleOf(wish.rule) ?? '',
        reason,
        busy,
        change: (rule) => this.#choose(rule, routes),
      })}
      <div class="detail">${this.#drawDetail(routes, wish, { reason, busy })}</div>
      <p class="status hint" part="status" role="status">${this.#status(routes, reason)}</p>
      ${this.drawFailure('setRoute')}
    </div>`;
  }

  protected override draw(phone: Phone): TemplateResult | typeof nothing {
    const { result, error } = this.#routes;
    this.setStates({ saving: this.#disabledReason.value === 'pending' });
    if (!this.#loggedIn.value && !result) return html`<p class="hint" part="status">${this.why('logged-out')}</p>`;
    if (!result && !error) return phone.session ? this.#drawLoading() : nothing;
    return html`${result ? this.#drawRoutes(routesOf(result)) : nothing}
    ${retryNotice(this.t, error, () => this.#routes.ask())}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sobot-routes': SobotRoutes;
  }
}
