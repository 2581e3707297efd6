import { executeServerCommand } from '@web/test-runner-commands';
import { createMedia, type Media, type MediaOptions, type SoundCall } from '../../src/sandbox/media/index.js';
import type { CallMedia } from '../../src/sandbox/media-port.js';

export type Sample = Parameters<Parameters<Media['open']>[1]['latency']>[0];

export const AGENT_HZ = 440;
export const CUSTOMER_HZ = 660;
export const SILENT = 0.002;

/** Waits until the probe gives something truthy; says what it waited for when the deadline passes. */
export async function until<T>(what: string, probe: () => T, seconds = 8): Promise<NonNullable<T>> {
  const deadline = performance.now() + seconds * 1000;
  for (;;) {
    const value = probe();
    if (value) return value;
    if (performance.now() > deadline) throw new Error(`${what}: not within ${seconds} seconds`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Waits until the probe has held for a while without a break. */
export async function steadily(what: string, probe: () => boolean, ms = 400): Promise<void> {
  let since = performance.now();
  await until(what, () => {
    if (!probe()) since = performance.now();
    return performance.now() - since > ms;
  });
}

/** Collects garbage until nobody holds the objects any more. */
export async function gone(what: string, objects: readonly WeakRef<object>[]): Promise<void> {
  const deadline = performance.now() + 8000;
  while (objects.some((object) => object.deref())) {
    if (performance.now() > deadline) throw new Error(`${what}: ${objects.filter((o) => o.deref()).length} are left`);
    await executeServerCommand('cdp', { method: 'HeapProfiler.collectGarbage', params: {} });
  }
}

/** The loudest frequency, between the bins by a parabola through the peak. */
export function loudest(analyser: AnalyserNode): number {
  analyser.smoothingTimeConstant = 0;
  const bins = new Float32Array(analyser.frequencyBinCount);
  analyser.getFloatFrequencyData(bins);
  const at = bins.indexOf(Math.max(...bins));
  const [before = 0, peak = 0, after = 0] = [bins[at - 1], bins[at], bins[at + 1]];
  const shift = (before - after) / (2 * (before - 2 * peak + after)) || 0;
  return ((at + shift) * analyser.context.sampleRate) / analyser.fftSize;
}

/** The amplitude of one frequency in what an analyser heard last. */
export function amplitudeAt(frequency: number, analyser: AnalyserNode): number {
  const samples = new Float32Array(analyser.fftSize);
  analyser.getFloatTimeDomainData(samples);
  const step = (2 * Math.PI * frequency) / analyser.context.sampleRate;
  let real = 0;
  let imaginary = 0;
  samples.forEach((sample, i) => {
    const windowed = sample * (1 - Math.cos((2 * Math.PI * i) / samples.length));
    real += windowed * Math.cos(step * i);
    imaginary += windowed * Math.sin(step * i);
  });
  return (2 * Math.hypot(real, imaginary)) / samples.length;
}

export const hears = (analyser: AnalyserNode, frequency: number) => Math.abs(loudest(analyser) - frequency) <= 5;

/** What the test that runs has to do with. */
export let lab: AudioContext;
export let opened: CallMedia[];
export let warnings: { code: string; message: string }[];
export let digits: string;
export let samples: Sample[];

export const tone = (context: AudioContext, frequency: number) => {
  const oscillator = new OscillatorNode(context, { frequency });
  const quieter = new GainNode(context, { gain: 0.5 });
  oscillator.connect(quieter);
  oscillator.start();
  return quieter;
};
export const toneMicrophone = (frequency = AGENT_HZ) => {
  const destination = lab.createMediaStreamDestination();
  tone(lab, frequency).connect(destination);
  return destination.stream;
};
export const withTones = (options: MediaOptions = {}) =>
  createMedia({
    microphone: () => Promise.resolve(toneMicrophone()),
    customerVoice: (context) => tone(context, CUSTOMER_HZ),
    ...options,
  });
export const events = {
  latency: (sample: Sample) => samples.push(sample),
  digit: (digit: string) => (digits += digit),
  warning: (code: string, message: string) => warnings.push({ code, message }),
};
export const open = (media: Media, id = '1', number = '13512345678'): SoundCall => {
  opened.push(media.open({ id, number }, events));
  return media.calls.get(id)!;
};
export const connected = (call: SoundCall) =>
  until(
    'connected',
    () => call.leg.agent.connectionState === 'connected' && call.leg.network.connectionState === 'connected',
  );

/** For each test of a block a laboratory, and no call left after it. */
export function laboratory(): void {
  beforeEach(() => {
    lab = new AudioContext();
    opened = [];
    warnings = [];
    digits = '';
    samples = [];
  });
  afterEach(async () => {
    for (const call of opened) call.close();
    await lab.close();
  });
}
