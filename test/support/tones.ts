/** Test tones: how they are made, and how one is found again in what an analyser hears. Also bundled into pages. */

export const AGENT_HZ = 440;
export const CUSTOMER_HZ = 660;
export const THIRD_HZ = 880;
/** Root mean square below which nothing is heard. */
export const SILENT = 0.002;
/** Amplitude from which a tone is heard for certain. */
export const AUDIBLE = 0.05;
/** Amplitude below which a tone isn't there. */
export const ABSENT = 0.01;

/** A tone that sounds at once. */
export function tone(context: BaseAudioContext, frequency: number): AudioNode {
  const oscillator = new OscillatorNode(context, { frequency });
  oscillator.start();
  return oscillator.connect(new GainNode(context, { gain: 0.5 }));
}

/** A microphone that hears nothing but a tone. */
export function toneMicrophone(context: AudioContext, frequency = AGENT_HZ): MediaStream {
  const destination = context.createMediaStreamDestination();
  tone(context, frequency).connect(destination);
  return destination.stream;
}

/** What comes out of a node, to listen to. */
export function earAt(node: AudioNode): AnalyserNode {
  const ear = new AnalyserNode(node.context, { fftSize: 8192 });
  node.connect(ear);
  return ear;
}

/** Root mean square of what an analyser heard last, from 0 to 1. */
export function levelAt(ear: AnalyserNode): number {
  const samples = new Float32Array(ear.fftSize);
  ear.getFloatTimeDomainData(samples);
  return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
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
