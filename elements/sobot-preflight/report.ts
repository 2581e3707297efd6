/** The result of the checks in words, and as the text that an agent sends to the IT department. */
import type { Translate } from '../../src/ui/i18n/index.js';
import { version } from '../../src/internal/index.js';
import type { Browser } from './browser.js';
import { checkNames, type CheckName, type CheckOutcome, type PreflightCheck, type PreflightResult } from './result.js';
import type { preflightPanelMessages } from './panel-messages.js';

/**
 * Describes an outcome in the language of the page.
 * @param origin the origin of the page, which remedies name
 */
export function describeCheck(
  name: CheckName,
  outcome: CheckOutcome,
  t: Translate<typeof preflightPanelMessages>,
  origin: string,
): PreflightCheck {
  const { problem, detail } = outcome;
  const fillIn = (text: string): string => text.replaceAll('{detail}', detail).replaceAll('{origin}', origin);
  return {
    ...outcome,
    name,
    message: problem ? fillIn(t(`preflight.problem.${problem}`)) : detail,
    remedy: problem ? fillIn(t(`preflight.remedy.${problem}`)) : '',
  };
}

/**
 * Formats the result as plain text: a head of three lines, then a line for each check and one for
 * its remedy. The codes in brackets are the same in every language, so that an IT department can
 * look them up in the documentation.
 */
function toText(
  { at, page, framed, browser, checks }: Omit<PreflightResult, 'text'>,
  t: Translate<typeof preflightPanelMessages>,
): string {
  const head = [
    `${t('preflight.title')}, ${new Date(at).toISOString()}, sobot-elements ${version}`,
    framed ? `${page} (${t('preflight.framed')})` : page,
    browser,
  ];
  const rows = checks.flatMap(({ name, status, problem, detail, message, remedy }) => {
    const description = problem ? `${message} [${[problem, detail].filter(Boolean).join(', ')}]` : message;
    const line = [`${t(`preflight.status.${status}`)} · ${t(`preflight.check.${name}`)}`, description].filter(Boolean);
    return [line.join(': '), ...(remedy ? [`  → ${remedy}`] : [])];
  });
  return [...head, '', ...rows].join('\n');
}

/** Creates the result of the current outcomes. */
export function createReport(
  outcomes: Readonly<Record<CheckName, CheckOutcome>>,
  browser: Browser,
  t: Translate<typeof preflightPanelMessages>,
): PreflightResult {
  const checks = checkNames.map((name) => describeCheck(name, outcomes[name], t, browser.origin));
  const result = {
    ok: checks.every(({ status }) => status !== 'failed'),
    at: Date.now(),
    page: browser.origin,
    framed: browser.isFramed,
    browser: browser.userAgent,
    version,
    checks,
  };
  return { ...result, text: toText(result, t) };
}
