import type { Translate } from '../../src/ui/i18n/index.js';
import { version } from '../../src/internal/version.js';
import type { Browser } from './browser.js';
import { checkNames, type CheckName, type Outcome, type PreflightCheck, type PreflightResult } from './result.js';
import type { preflightPanelMessages } from './panel-messages.js';

/** One check in words. */
export function describe(
  name: CheckName,
  outcome: Outcome,
  t: Translate<typeof preflightPanelMessages>,
  origin: string,
): PreflightCheck {
  const { problem, detail } = outcome;
  const filled = (words: string): string => words.replaceAll('{detail}', detail).replaceAll('{origin}', origin);
  return {
    ...outcome,
    name,
    message: problem ? filled(t(`preflight.problem.${problem}`)) : detail,
    remedy: problem ? filled(t(`preflight.remedy.${problem}`)) : '',
  };
}

function asText(
  { at, page, framed, browser, checks }: Omit<PreflightResult, 'text'>,
  t: Translate<typeof preflightPanelMessages>,
): string {
  const head = [
    `${t('preflight.title')}, ${new Date(at).toISOString()}, sobot-elements ${version}`,
    framed ? `${page} (${t('preflight.framed')})` : page,
    browser,
  ];
  const rows = checks.flatMap(({ name, status, problem, detail, message, remedy }) => {
    const what = problem ? `${message} [${[problem, detail].filter(Boolean).join(', ')}]` : message;
    const line = [`${t(`preflight.status.${status}`)} · ${t(`preflight.check.${name}`)}`, what].filter(Boolean);
    return [line.join(': '), ...(remedy ? [`  → ${remedy}`] : [])];
  });
  return [...head, '', ...rows].join('\n');
}

/** What was found, for a script and for people. */
export function report(
  found: Readonly<Record<CheckName, Outcome>>,
  browser: Browser,
  t: Translate<typeof preflightPanelMessages>,
): PreflightResult {
  const checks = checkNames.map((name) => describe(name, found[name], t, browser.origin));
  const result = {
    ok: checks.every(({ status }) => status !== 'failed'),
    at: Date.now(),
    page: browser.origin,
    framed: browser.framed,
    browser: browser.userAgent,
    version,
    checks,
  };
  return { ...result, text: asText(result, t) };
}
