import { expect } from '@open-wc/testing';
import { checks, type CheckInput } from '../../../elements/sobot-preflight/checks.js';
import type { Browser } from '../../../elements/sobot-preflight/browser.js';
import { describeCheck as inWords } from '../../../elements/sobot-preflight/report.js';
import { checkNames, type CheckName, type CheckProblem } from '../../../elements/sobot-preflight/result.js';
import { initialState, type AgentState } from '../../../src/state/index.js';
import type { AgentHost } from '../../../src/ui/base/agent-host.js';
import { preflightPanelMessages } from '../../../elements/sobot-preflight/panel-messages.js';

const chrome = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0.0.0 Safari/537.36';
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0';
const safari = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/17.5 Safari/605.1.15';

const device = (label: string): MediaDeviceInfo => ({ label, deviceId: label }) as MediaDeviceInfo;

const stream = { getAudioTracks: () => [{ label: 'Headset' }] } as unknown as MediaStream;

const refuses = (name: string, message = '') => ({
  microphone: () => Promise.reject(new DOMException(message, name)),
});

/** Measured in Firefox 153: a frame without `allow` has no devices, and is told that it is denied. */
const inFirefoxFrame: Partial<Browser> = {
  isFramed: true,
  policy: () => Promise.resolve('unknown'),
  permission: () => Promise.resolve('denied'),
};

/** A browser in which everything is right. */
const fine: Browser = {
  isSecure: true,
  origin: 'https://crm.example',
  isFramed: false,
  userAgent: chrome,
  isMobile: false,
  hasWebRtc: true,
  asksForSpeakers: false,
  policy: () => Promise.resolve('allowed'),
  permission: () => Promise.resolve('granted'),
  devices: () => Promise.resolve([device('')]),
  microphone: () => Promise.resolve(stream),
  sound: () => Promise.resolve('on'),
  script: () => Promise.resolve('reached'),
};

const agentHost = (state: Partial<AgentState>, more: object = {}): AgentHost =>
  ({ state: { ...initialState(0), ...state }, session: null, sdk: null, sdkSrc: '', sysnum: '', ...more }) as AgentHost;

const error = (kind: 'load' | 'config' | 'init') => ({ kind, message: 'it says why' });

interface Case {
  readonly what: string;
  readonly browser?: Partial<Browser>;
  readonly given?: Partial<CheckInput>;
  readonly finds: string;
  readonly detail?: string;
}

const table: Readonly<Record<CheckName, readonly Case[]>> = {
  context: [
    { what: 'HTTPS', finds: 'ok', detail: 'https://crm.example' },
    { what: 'none', browser: { isSecure: false }, finds: 'failed insecure-context' },
  ],
  browser: [
    { what: 'Chrome', finds: 'ok' },
    { what: 'Firefox', browser: { userAgent: firefox }, finds: 'ok' },
    { what: 'Safari', browser: { userAgent: safari }, finds: 'warning browser-untested' },
    { what: 'a mobile one', browser: { isMobile: true }, finds: 'failed browser-mobile' },
    { what: 'one without WebRTC', browser: { hasWebRtc: false }, finds: 'failed browser-unsupported' },
  ],
  microphone: [
    { what: 'one that works', finds: 'ok', detail: 'Headset' },
    { what: 'one that nobody wants yet', given: { isInteractive: false }, finds: 'open' },
    { what: 'no HTTPS', browser: { isSecure: false }, finds: 'open' },
    { what: 'no WebRTC', browser: { hasWebRtc: false }, finds: 'open' },
    { what: 'silence', given: { measureLevel: () => Promise.resolve(false) }, finds: 'warning microphone-silent' },
    { what: 'a level that nobody tells', given: { measureLevel: () => Promise.resolve(null) }, finds: 'ok' },
    { what: 'no device', browser: refuses('NotFoundError'), finds: 'failed no-microphone' },
    { what: 'a device in use', browser: refuses('NotReadableError'), finds: 'failed microphone-in-use' },
    { what: 'a device that gives up', browser: refuses('AbortError'), finds: 'failed microphone-in-use' },
    { what: 'an error of no known name', browser: refuses('WeirdError'), finds: 'failed microphone-failed' },
    {
      what: 'a denial',
      browser: { ...refuses('NotAllowedError'), permission: () => Promise.resolve('denied') },
      finds: 'failed permission-denied',
    },
    {
      what: 'a denial by the system',
      browser: refuses('NotAllowedError', 'Permission denied by system'),
      finds: 'failed system-denied',
    },
    {
      what: 'a question that was closed',
      browser: { ...refuses('NotAllowedError'), permission: () => Promise.resolve('prompt') },
      finds: 'failed permission-dismissed',
    },
    {
      what: 'a frame without allow',
      browser: { ...refuses('NotAllowedError'), policy: () => Promise.resolve('frame') },
      finds: 'failed iframe-allow',
    },
    {
      what: 'a frame without allow, in Firefox',
      browser: { ...refuses('NotAllowedError'), ...inFirefoxFrame, devices: () => Promise.resolve([]) },
      finds: 'failed iframe-allow',
    },
    {
      what: 'a denial in a frame with allow, in Firefox',
      browser: { ...refuses('NotAllowedError'), ...inFirefoxFrame },
      finds: 'failed permission-denied',
    },
    {
      what: 'a header',
      browser: { ...refuses('NotAllowedError'), policy: () => Promise.resolve('header') },
      finds: 'failed permissions-policy',
    },
    {
      what: 'a header, unasked',
      browser: { policy: () => Promise.resolve('header') },
      given: { isInteractive: false },
      finds: 'failed permissions-policy',
    },
    {
      what: 'a denial, unasked',
      browser: { permission: () => Promise.resolve('denied') },
      given: { isInteractive: false },
      finds: 'failed permission-denied',
    },
    {
      what: 'no device, unasked',
      browser: { devices: () => Promise.resolve([]) },
      given: { isInteractive: false },
      finds: 'failed no-microphone',
    },
  ],
  sound: [
    { what: 'sound', finds: 'ok' },
    { what: 'sound since a click', given: { wasBlocked: true }, finds: 'warning sound-blocked' },
    { what: 'none until a click', browser: { sound: () => Promise.resolve('blocked') }, finds: 'failed sound-blocked' },
    { what: 'none at all', browser: { sound: () => Promise.resolve('failed') }, finds: 'failed sound-failed' },
    { what: 'what isn’t known yet', browser: { sound: () => Promise.resolve('unknown') }, finds: 'open' },
  ],
  speaker: [
    { what: 'nothing said yet', finds: 'open' },
    { what: 'a tone that was heard', given: { isToneHeard: true }, finds: 'ok' },
    { what: 'a tone that wasn’t', given: { isToneHeard: false }, finds: 'failed speaker-silent' },
    { what: 'Firefox before it has asked', browser: { asksForSpeakers: true }, finds: 'warning speaker-permission' },
    {
      what: 'Firefox after it was allowed',
      browser: { asksForSpeakers: true, devices: () => Promise.resolve([device('Desk')]) },
      finds: 'open',
    },
    { what: 'Firefox after it was refused', given: { isSpeakerRefused: true }, finds: 'failed speaker-permission' },
  ],
  sdk: [
    { what: 'a script that is there', finds: 'ok', detail: 'https://sg.sobot.io' },
    { what: 'one that nobody wants to know of yet', given: { isInteractive: false }, finds: 'open' },
    {
      what: 'one that the network stops',
      browser: { script: () => Promise.resolve('network') },
      finds: 'failed sdk-network',
    },
    {
      what: 'one that the policy stops',
      browser: { script: () => Promise.resolve('policy') },
      finds: 'failed sdk-policy',
    },
    {
      what: 'an address that may not be loaded',
      given: { agentHost: agentHost({}, { sdkSrc: 'https://evil.example/x.js' }) },
      finds: 'failed sdk-start',
    },
    {
      what: 'a phone that runs',
      given: { agentHost: agentHost({ phase: 'ready' }, { session: {} }), isInteractive: false },
      finds: 'ok',
    },
    { what: 'the sandbox', given: { agentHost: agentHost({}, { sandbox: true }) }, finds: 'ok', detail: 'sandbox' },
    {
      what: 'an SDK of the page that failed',
      given: { agentHost: agentHost({ phase: 'failed', error: error('init') }, { sdk: {} }) },
      finds: 'failed sdk-start',
      detail: 'it says why',
    },
    {
      what: 'a wrong configuration',
      given: { agentHost: agentHost({ phase: 'failed', error: error('config') }) },
      finds: 'failed sdk-start',
    },
    {
      what: 'a script that is there and isn’t the SDK',
      given: { agentHost: agentHost({ phase: 'failed', error: error('load') }) },
      finds: 'failed sdk-start',
    },
    {
      what: 'a phone that could not load it, and why',
      given: { agentHost: agentHost({ phase: 'failed', error: error('load') }) },
      browser: { script: () => Promise.resolve('policy') },
      finds: 'failed sdk-policy',
    },
  ],
};

describe('The checks of <sobot-preflight>', () => {
  for (const name of checkNames) {
    for (const { what, browser, given, finds, detail } of table[name]) {
      it(`${name}: ${what}: ${finds}`, async () => {
        const outcome = await checks[name]({
          browser: { ...fine, ...browser },
          agentHost: null,
          isInteractive: true,
          wasBlocked: false,
          isToneHeard: null,
          isSpeakerRefused: false,
          measureLevel: () => Promise.resolve(true),
          ...given,
        });
        expect([outcome.status, outcome.problem].filter(Boolean).join(' ')).to.equal(finds);
        if (detail !== undefined) expect(outcome.detail).to.equal(detail);
      });
    }
  }

  it('have a message and a remedy for every problem', () => {
    const keys = Object.keys(preflightPanelMessages);
    const named = (part: string): string[] =>
      keys.filter((key) => key.startsWith(`preflight.${part}.`)).map((key) => key.split('.')[2] ?? '');
    expect(named('problem')).to.deep.equal(named('remedy'));
    const found = new Set(Object.values(table).flatMap((cases) => cases.map(({ finds }) => finds.split(' ')[1])));
    expect([...found].filter(Boolean).sort()).to.deep.equal(named('problem').sort());
  });

  it('fill in what they name', () => {
    const t = ((key: keyof typeof preflightPanelMessages) => preflightPanelMessages[key]) as never;
    const problem: CheckProblem = 'sdk-policy';
    const { message, remedy } = inWords('sdk', { status: 'failed', problem, detail: 'https://a' }, t, 'https://b');
    expect(message).to.equal('The page’s Content-Security-Policy blocks Sobot’s script.');
    expect(remedy).to.equal('IT: add https://a to script-src in the Content-Security-Policy of https://b.');
  });
});
