import type { MediaEvents } from '../model/index.js';
import { qualityOf } from './quality.js';

export type LatencySample = Parameters<MediaEvents['latency']>[0];

const SAMPLE_INTERVAL_MS = 1000;

interface Reading {
  /** Seconds. */
  readonly roundTrip: number | undefined;
  /** Seconds. */
  readonly jitter: number;
  readonly lost: number;
  readonly received: number;
}

/** Only what is read here of the many kinds of statistics. */
interface AnyStats extends RTCStats {
  readonly kind?: string;
  readonly nominated?: boolean;
  readonly state?: string;
  readonly currentRoundTripTime?: number;
  readonly roundTripTime?: number;
  readonly jitter?: number;
  readonly packetsLost?: number;
  readonly packetsReceived?: number;
}

function readStats(report: RTCStatsReport): Reading {
  const stats = [...report.values()] as AnyStats[];
  const pairs = stats.filter(({ type, state }) => type === 'candidate-pair' && state === 'succeeded');
  const pair = pairs.find(({ nominated }) => nominated) ?? pairs[0];
  const inbound = stats.find(({ type, kind }) => type === 'inbound-rtp' && kind === 'audio');
  const remote = stats.find(({ type, kind }) => type === 'remote-inbound-rtp' && kind === 'audio');
  return {
    roundTrip: pair?.currentRoundTripTime ?? remote?.roundTripTime,
    jitter: inbound?.jitter ?? 0,
    lost: inbound?.packetsLost ?? 0,
    received: inbound?.packetsReceived ?? 0,
  };
}

const roundToTenths = (value: number) => Math.round(value * 10) / 10;

/** Percent of the packets since the reading before that got lost; late ones may make `lost` fall again. */
function lossBetween(before: Reading, now: Reading): number {
  const lost = Math.max(0, now.lost - before.lost);
  const expected = lost + Math.max(0, now.received - before.received);
  return expected > 0 ? (100 * lost) / expected : 0;
}

/** Measures the agent's leg now and every second, until the signal ends it. */
export function sampleLatency(
  connection: RTCPeerConnection,
  signal: AbortSignal,
  tell: (sample: LatencySample) => void,
  trouble: (error: unknown) => void,
  everyMs = SAMPLE_INTERVAL_MS,
): void {
  let before: Reading = { roundTrip: undefined, jitter: 0, lost: 0, received: 0 };
  let ping: number | undefined;
  let busy = false;

  const sample = async () => {
    const now = readStats(await connection.getStats());
    if (signal.aborted) return;
    const loss = roundToTenths(lossBetween(before, now));
    before = now;
    if (now.roundTrip !== undefined) ping = Math.round(now.roundTrip * 1000);
    // No round trip yet: better no figure than an invented one; the next second has it.
    if (ping === undefined) return;
    const jitter = roundToTenths(now.jitter * 1000);
    const quality = connection.connectionState === 'connected' ? qualityOf({ ping, jitter, loss }) : 'a';
    tell({ ping, jitter, loss: String(loss), quality });
  };
  const tick = () => {
    if (busy) return;
    busy = true;
    sample()
      .catch((error: unknown) => {
        if (!signal.aborted) trouble(error);
      })
      .finally(() => (busy = false));
  };
  const timer = setInterval(tick, everyMs);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  tick();
}
