/**
 * The mean opinion score that the ITU-T G.107 E-model estimates for G.711 with loss concealment.
 * @param ping round trip in milliseconds
 * @param jitter in milliseconds
 * @param loss in percent
 * @returns 1 (nobody is satisfied) to 4.5
 */
export function estimateMos(ping: number, jitter: number, loss: number): number {
  const delay = ping / 2 + 2 * jitter + 20;
  const delayImpairment = 0.024 * delay + (delay > 177.3 ? 0.11 * (delay - 177.3) : 0);
  const lossImpairment = (95 * loss) / (loss + 25.1);
  const r = 93.2 - delayImpairment - lossImpairment;
  if (r <= 0) return 1;
  if (r >= 100) return 4.5;
  return Math.max(1, 1 + 0.035 * r + 7e-6 * r * (r - 60) * (100 - r));
}
