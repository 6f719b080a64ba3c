import { parseArgs } from 'node:util';
import { figuresDocument, reportFigures, withGoal } from './figures.ts';
import type { Figure } from './figures.ts';
import { peerSpeed } from './scan/auto-multiple-choice.ts';
import { compareMethods } from './scan/compare-methods.ts';
import { officePages } from './scan/office-pages.ts';
import { timeStages } from './scan/time-stages.ts';
import { SCAN_GOALS } from './score-scan/goals.ts';
import { measureSpeed } from './score-scan/measure-speed.ts';

/** How fast signed sheets are read, by whom, and what the usual recipes would have seen: `npm run bench:scan`. */

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    strict: { type: 'boolean', default: false },
  },
});

const startedAtMs = Date.now();
const pages = await officePages(options.quick ? 4 : 40);
const stack = options.quick ? 40 : 200;
const peer = await peerSpeed(options.quick ? 10 : 100);
const figures = [
  ...(await speedOf(1)),
  ...(await speedOf(2)).map(besidePeer),
  ...(await timeStages(pages.slice(0, 8), options.quick ? 2 : 5)),
  ...(await compareMethods(pages)),
].map((figure) => withGoal(figure, SCAN_GOALS));
const absent = 'absent' in peer ? [{ name: 'auto-multiple-choice', reason: peer.absent }] : [];
reportFigures(figuresDocument(figures, startedAtMs, options.quick, absent), options);

async function speedOf(workers: number): Promise<Figure[]> {
  const few = pages.slice(0, 8);
  const speed = await measureSpeed({
    files: few,
    layouts: few.map(({ layout }) => layout),
    size: stack,
    workers,
  });
  const suffix = workers === 2 ? '' : `-${workers}-worker`;
  return [
    { name: `pages-per-second${suffix}`, value: speed.pagesPerSecond, unit: 'pages/s', n: stack },
    { name: `cpu-per-page${suffix}`, value: speed.cpuMsPerPage, unit: 'ms', n: stack },
    { name: `worst-page-ms${suffix}`, value: speed.worstPageMs, unit: 'ms', n: stack },
    { name: `memory-mb${suffix}`, value: speed.peakMb, unit: 'MB', n: stack },
  ];
}

function besidePeer(figure: Figure): Figure {
  if (figure.name !== 'pages-per-second' || 'absent' in peer) return figure;
  return { ...figure, against: { name: 'auto-multiple-choice', value: peer.pagesPerSecond } };
}
