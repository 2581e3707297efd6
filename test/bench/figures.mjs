/** Figures of several rounds, and the table that they end in. */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

export const median = (values) => percentile(values, 0.5);

export const range = (count) => Array.from({ length: count }, (_, index) => index);

const shown = (value) => (Number.isFinite(value) ? (value >= 100 ? value.toFixed(0) : value.toPrecision(3)) : '');

/** One line of the table. A bound without figures is broken. */
export const line = ({ name, kit, other, ratio, bound, note = '' }) => ({
  name,
  kit,
  other,
  ratio,
  bound: bound?.text ?? '',
  ok: !bound || bound.holds,
  note,
});

export const atMost = (value, limit, unit = '') => ({ text: `<= ${limit}${unit}`, holds: value <= limit });
export const atLeast = (value, limit, unit = '') => ({ text: `>= ${limit}${unit}`, holds: value >= limit });
export const below = (value, limit, unit = '') => ({ text: `< ${limit}${unit}`, holds: value < limit });

export function print(title, unit, lines) {
  console.log(`\n${title}`);
  console.log(`${`  ${unit}`.padEnd(52)}${'kit'.padStart(10)}${'other'.padStart(10)}${'ratio'.padStart(8)}  bound`);
  for (const { name, kit, other, ratio, bound, ok, note } of lines) {
    const figures = shown(kit).padStart(10) + shown(other).padStart(10) + shown(ratio).padStart(8);
    console.log(`  ${name.padEnd(50)}${figures}  ${bound}${ok ? '' : '  BROKEN'}${note && `  ${note}`}`);
  }
}
