import '../tools/compile-cache.mjs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { figuresDocument, reportFigures, withGoal } from './figures.ts';
import { SYNC_GOALS } from './sync/goals.ts';
import { measureBacklog } from './sync/measure-backlog.ts';
import { measureKey } from './sync/measure-key.ts';
import { measureRestarts } from './sync/measure-restarts.ts';
import { measureThroughput } from './sync/measure-throughput.ts';
import { measureWire } from './sync/measure-wire.ts';
import { measureObjectStore, measureScale } from './sync/scale/measure-scale.ts';

/** Measures sending to the centre, a station and a centre in processes of their own, fsync on at both ends: `npm run bench:sync`. */

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    /** 1,000 registrations and 40 scans; a backlog of 2,000 and 60. */
    quick: { type: 'boolean', default: false },
    strict: { type: 'boolean', default: false },
    /** Only the way by USB key. */
    key: { type: 'boolean', default: false },
    /** Only the closing day of the country, at two instances over one base. */
    scale: { type: 'boolean', default: false },
  },
});

const startedAtMs = Date.now();
const size = options.quick
  ? {
      run: { registrations: 1_000, scans: 40, rounds: 1 },
      backlog: { registrations: 2_000, scans: 60 },
      country: { academies: 30, stationsEach: 4, registrations: 20, scans: 2 },
    }
  : {
      run: { registrations: 10_000, scans: 200, rounds: 5 },
      backlog: { registrations: 50_000, scans: 2_000 },
      country: { academies: 30, stationsEach: 40, registrations: 20, scans: 2 },
    };
const folder = mkdtempSync(join(tmpdir(), 'guichet-sync-'));
try {
  const byLine = async () => [
    ...(await measureThroughput(folder, size.run)),
    ...(await measureWire(folder)),
    ...(await measureRestarts(folder)),
    ...(await measureBacklog(folder, size.backlog)),
  ];
  const measured = options.scale
    ? [
        ...(await measureScale(join(folder, 'scale'), size.country)),
        ...(await measureObjectStore(join(folder, 'object-store'), size.country)),
      ]
    : [...(options.key ? [] : await byLine()), ...(await measureKey(folder))];
  const figures = measured.map((figure) => withGoal(figure, SYNC_GOALS));
  reportFigures(figuresDocument(figures, startedAtMs, options.quick), options);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
