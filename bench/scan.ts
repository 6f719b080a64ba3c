import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { figuresDocument, reportFigures, withGoal } from './figures.ts';
import type { Figure } from './figures.ts';
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
const figures = [
  ...(await speedOf(1)),
  ...(await speedOf(2)),
  ...(await timeStages(pages.slice(0, 8), options.quick ? 2 : 5)),
  ...(await compareMethods(pages)),
].map((figure) => withGoal(figure, SCAN_GOALS));
reportFigures(figuresDocument(figures, startedAtMs, options.quick, absentPeers()), options);

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

/** A peer reads its own sheets only: it needs a project of its own, made with LaTeX, of as many pages as ours. */
function absentPeers(): { name: string; reason: string }[] {
  const { error } = spawnSync('auto-multiple-choice', ['--help'], { stdio: 'ignore' });
  const reason = error
    ? 'the Debian package auto-multiple-choice is not installed'
    : 'installed, but no project of comparable pages is made here';
  return [{ name: 'auto-multiple-choice', reason }];
}
