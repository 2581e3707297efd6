/** Voice quality: samples of the agent's connection, and the letter that the figures give. */
import type { MediaEvents, QualityLetter } from '../model/index.js';

export interface NetworkFigures {
  /** Round trip, milliseconds. */
  readonly ping: number;
  /** Milliseconds. */
  readonly jitter: number;
  /** Percent. */
  readonly loss: number;
}

/**
 * Upper limits of each letter. The worst of the three figures decides. The vendor documents the letters without
 * figures, so these follow ITU-T G.114 (a round trip of 300 ms is unnoticed, 800 ms is the limit) and what a jitter
 * buffer and Opus conceal. Beyond the last row speech is unintelligible: letter `a`.
 */
export const QUALITY_TABLE = [
  { quality: 'e', ping: 300, jitter: 20, loss: 1 },
  { quality: 'd', ping: 400, jitter: 30, loss: 3 },
  { quality: 'c', ping: 600, jitter: 60, loss: 8 },
  { quality: 'b', ping: 1000, jitter: 120, loss: 25 },
] as const satisfies readonly (NetworkFigures & { quality: QualityLetter })[];

export function qualityOf({ ping, jitter, loss }: NetworkFigures): QualityLetter {
  const row = QUALITY_TABLE.find((most) => ping <= most.ping && jitter <= most.jitter && loss <= most.loss);
  return row?.quality ?? 'a';
}

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

/** The fields that are read here, of the many kinds of statistics. */
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

/** Packet loss since the last reading, percent. Late packets may make `lost` fall again. */
function lossBetween(before: Reading, now: Reading): number {
  const lost = Math.max(0, now.lost - before.lost);
  const expected = lost + Math.max(0, now.received - before.received);
  return expected > 0 ? (100 * lost) / expected : 0;
}

/** Measures a connection now and every second, until the signal aborts. */
export function sampleLatency(
  connection: RTCPeerConnection,
  signal: AbortSignal,
  onSample: (sample: LatencySample) => void,
  onError: (error: unknown) => void,
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
    // No round trip is known yet: the sample is skipped, rather than invented.
    if (ping === undefined) return;
    const jitter = roundToTenths(now.jitter * 1000);
    const quality = connection.connectionState === 'connected' ? qualityOf({ ping, jitter, loss }) : 'a';
    onSample({ ping, jitter, loss: String(loss), quality });
  };
  const tick = () => {
    if (busy) return;
    busy = true;
    sample()
      .catch((error: unknown) => {
        if (!signal.aborted) onError(error);
      })
      .finally(() => (busy = false));
  };
  const timer = setInterval(tick, everyMs);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  tick();
}
