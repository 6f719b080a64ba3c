import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { figuresDocument, reportFigures, withGoal, type Figure } from './figures.ts';
import { benchFolders, openStation } from './register/bench-station.ts';
import { REGISTER_GOALS } from './register/goals.ts';
import { inventedPerson } from './register/invented-people.ts';
import { makeBaseIfNeeded } from './register/make-base-if-needed.ts';
import { measureFiles, measureImport, measureList } from './register/measure-files.ts';
import { measureLines } from './register/measure-lines.ts';
import { measureSearch } from './register/measure-search.ts';

/** Measures the register on a real encrypted base of 200,000 candidates and 300,000 registrations: `npm run bench:register`. */

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    /** 4,000 candidates and 2,000 lines. */
    quick: { type: 'boolean', default: false },
    strict: { type: 'boolean', default: false },
    /** A folder whose base is made once and measured again; it grows a little each time. */
    folder: { type: 'string' },
  },
});

const startedAtMs = Date.now();
const size = options.quick
  ? { candidates: 4_000, lines: 2_000, people: 60 }
  : { candidates: 200_000, lines: 10_000, people: 200 };
const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'guichet-bench-'));
const folders = benchFolders(folder);
try {
  makeBaseIfNeeded(folder, size.candidates);
  const figures = (await measure()).map((figure) => withGoal(figure, REGISTER_GOALS));
  reportFigures(figuresDocument(figures, startedAtMs, options.quick), options);
} finally {
  if (options.folder === undefined) rmSync(folder, { recursive: true, force: true });
}

async function measure(): Promise<Figure[]> {
  const step = Math.floor(size.candidates / size.people);
  const people = Array.from({ length: size.people }, (_, index) => inventedPerson(index * step));
  const station = await openStation(folders);
  // Numbers nobody has, this time nor the times before.
  const firstUnused = Date.now() % 100_000_000;
  const figures = [
    ...(await measureSearch(station, folders, people)),
    ...(await measureFiles(station, people, firstUnused)),
    ...(await measureList(station, '2026-03-02')),
    ...(await measureImport(station)),
  ];
  await station.core.close();
  const lines = await measureLines(folder, folders, { firstUnused: firstUnused + 1_000, count: size.lines });
  const peakMiB = Math.max(process.resourceUsage().maxRSS / 1024, lines.peakMemoryMiB);
  return [...figures, ...lines.figures, { name: 'peak-memory', value: peakMiB, unit: 'MiB', n: 1 }];
}
