import { atLeast, atMost, below, line, median, percentile, range } from './figures.mjs';

const LOADS = 3;
const ROUNDS = 6;
const FRAME = 16.7;

/** Several loads of a page, because what the engine makes of the code differs from load to load. */
async function rounds(open, warmUp, round) {
  const results = [];
  for (const load of range(LOADS)) {
    const tab = await open();
    for (const index of range(warmUp)) await round(tab, index);
    for (const index of range(ROUNDS)) results.push(await round(tab, load + index));
    await tab.close();
  }
  return results;
}

const events = {
  title: '(a) One SDK event through the kit without elements, beside the bare dispatch of its two DOM events',
  unit: 'microseconds a message',
  page: 'events',
  async run(open) {
    const found = await rounds(open, 4, (tab, index) =>
      tab.evaluate((index) => window.bench.events(2000, index % 2 === 0), index),
    );
    return Object.keys(found[0]).flatMap((name) => {
      const of = (key) => median(found.map((round) => round[name][key]));
      const sent = of('events');
      const ratio = median(found.map((round) => round[name].kit / round[name].bare));
      const same = ratio / (sent / 2);
      return [
        line({ name, kit: of('kit'), other: of('bare'), ratio, bound: atMost(ratio, 2) }),
        line({
          name: `  beside bare dispatch of all it sends: ${sent.toPrecision(2)}`,
          other: (of('bare') * sent) / 2,
          ratio: same,
        }),
      ];
    });
  },
};

const mount = {
  title: '(d) A hundred mounted and drawn for the first time, during a call',
  unit: 'microseconds a button',
  page: 'mount',
  async run(open) {
    const found = await rounds(open, 3, (tab, index) => tab.evaluate((index) => window.bench.mount(index), index));
    const cost = (name) => median(found.map((round) => (1000 * round[name].ms) / round[name].buttons));
    const note = (name) => `${found[0][name].buttons} buttons, ${median(found.map((r) => r[name].ms)).toFixed(1)} ms`;
    const kit = cost('kit');
    const against = (name, shown) => {
      const ratio = median(
        found.map((round) => round.kit.ms / round.kit.buttons / (round[name].ms / round[name].buttons)),
      );
      return line({ name: shown, kit, other: cost(name), ratio, bound: below(ratio, 1), note: note(name) });
    };
    return [
      line({ name: 'sobot-call-controls', kit, note: note('kit') }),
      against('media-chrome', 'media-chrome: mute buttons in their controllers'),
      against('web-awesome', 'Web Awesome: buttons'),
    ];
  },
};

const updates = {
  title:
    '(b) From an SDK message to the changed DOM: the whole softphone, beside the same one written by hand in plain DOM',
  unit: 'milliseconds',
  page: 'softphone',
  async run(open) {
    const found = await rounds(open, 8, (tab, index) =>
      tab.evaluate((index) => window.bench.updates(index % 2 === 0), index),
    );
    const pool = (side) => found.flatMap((round) => round[side]);
    const figures = (pick, share, wanted = () => true) => {
      const of = (side) => percentile(pool(side).filter(wanted).map(pick), share);
      return { kit: of('kit'), other: of('plain'), ratio: of('kit') / of('plain') };
    };
    const dom = ({ dom }) => dom;
    const laidOut = ({ laidOut }) => laidOut;
    const p95 = figures(dom, 0.95);
    const seen = figures(laidOut, 0.95);
    const kinds = [...new Set(pool('kit').map(({ messageID }) => messageID))];
    return [
      line({ name: 'p50', ...figures(dom, 0.5) }),
      line({ name: 'p95', ...p95, bound: atMost(p95.ratio, 2) }),
      line({ name: 'p50, laid out', ...figures(laidOut, 0.5) }),
      line({ name: 'p95, laid out: within a frame', ...seen, bound: below(seen.kit, FRAME, ' ms') }),
      ...kinds.map((kind) =>
        line({ name: `  ${kind}, p50`, ...figures(dom, 0.5, ({ messageID }) => messageID === kind) }),
      ),
    ];
  },
};

const renders = {
  title: '(c) Elements of a whole softphone that draw anew for a message',
  unit: 'elements',
  page: 'softphone',
  async run(open) {
    const tab = await open();
    await tab.evaluate(() => window.bench.updates(true));
    const found = await tab.evaluate(() => window.bench.renders());
    await tab.close();
    return found.map(({ messageID, drawn }) =>
      line({
        name: messageID,
        kit: drawn.length,
        note: drawn.map((name) => name.replace('sobot-', '')).join(', '),
      }),
    );
  },
};

const STEPS = 30;
const KB = 1024;
/** A heap breathes by some ten KiB. One element kept of each mount would be a hundred times as much. */
const FLAT = 1.03;

/** What is in use after a collection, in the first and in the last third of many steps. */
async function heap(open, what, warmUp, count, flat) {
  const tab = await open();
  const cdp = await tab.createCDPSession();
  await cdp.send('HeapProfiler.enable');
  const act = (times) => tab.evaluate((what, times) => window.bench[what](times), what, times);
  const used = [];
  await act(warmUp);
  while (used.length < STEPS) {
    await act(Math.ceil(count / STEPS));
    await cdp.send('HeapProfiler.collectGarbage');
    used.push((await cdp.send('Runtime.getHeapUsage')).usedSize / KB);
  }
  await tab.close();
  const third = STEPS / 3;
  const [first, last] = [median(used.slice(0, third)), median(used.slice(-third))];
  return line({
    name: `${count.toLocaleString('en')} ${what}: last third, beside the first`,
    kit: last,
    other: first,
    ratio: last / first,
    bound: atMost(last / first, flat),
    note: `${(last - first).toFixed(0)} KiB`,
  });
}

const memory = {
  title: '(e) Heap of a page with a whole softphone, after a collection',
  unit: 'KiB',
  page: 'softphone',
  run: async (open) => [await heap(open, 'calls', 600, 1000, FLAT), await heap(open, 'mounts', 600, 2000, FLAT)],
};

const LIST_ROUNDS = 5;
const [FEW, MANY] = [1000, 10_000];

const lists = {
  title: '(f) A list of 10,000 agents, drawn for the first time, and after one status has changed, both laid out',
  unit: 'milliseconds',
  page: 'list',
  async run(open) {
    const tab = await open();
    const kinds = ['kit', 'kit', 'kit', 'kit', 'naive', 'skipped']; // what takes a moment is measured more often
    const cases = kinds.flatMap((kind) => [FEW, MANY].map((count) => ({ kind, count })));
    const found = [];
    for (const round of range(LIST_ROUNDS + 1)) {
      for (const { kind, count } of cases) {
        const times = await tab.evaluate((kind, count) => window.bench.list(kind, count), kind, count);
        if (round > 0) found.push({ kind, count, ...times }); // the first one warms up
      }
      const whole = await tab.evaluate((count) => window.bench.directory(count), MANY);
      if (round > 0) found.push({ kind: 'directory', count: MANY, ...whole });
    }
    await tab.close();
    const of = (what, kind, count = MANY) =>
      median(found.filter((each) => each.kind === kind && each.count === count).map((each) => each[what]));
    return [
      ['first', 'first'],
      ['change', 'one change'],
    ].flatMap(([what, shown]) => {
      const kit = of(what, 'kit');
      const against = (kind) => ({ kit, other: of(what, kind), ratio: of(what, kind) / kit });
      const naive = against('naive');
      const flat = kit / of(what, 'kit', FEW);
      return [
        line({ name: `${shown}: every row in the document`, ...naive, bound: atLeast(naive.ratio, 20) }),
        line({ name: `${shown}: every row, content-visibility`, ...against('skipped') }),
        line({ name: `${shown}: the whole sobot-directory`, kit: of(what, 'directory') }),
        line({ name: `${shown}: beside 1,000`, kit, other: of(what, 'kit', FEW), ratio: flat, bound: atMost(flat, 2) }),
      ];
    });
  },
};

export const sections = { events, updates, renders, mount, memory, lists };
