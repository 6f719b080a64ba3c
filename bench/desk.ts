import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startPrivateSpooler } from '../tests/builders/private-spooler.ts';
import { startProgram } from './desk/desk-program.ts';
import { openWindow, unlock } from './desk/desk-window.ts';
import { DESK_GOALS, DESK_LIMITS } from './desk/goals.ts';
import { measureEffort } from './desk/measure-effort.ts';
import { measureOpening, measurePrints, measureSaves, measureScreens } from './desk/measure-files.ts';
import { measureKills } from './desk/measure-kills.ts';
import { measureReturns } from './desk/measure-returns.ts';
import { measureSearch } from './desk/measure-search.ts';
import { measureStarts } from './desk/measure-start.ts';
import { measureTyping } from './desk/measure-typing.ts';
import { prepareStation } from './desk/prepare-station.ts';
import { waitsOf } from './desk/waits.ts';
import { figuresDocument, reportFigures, withGoal, withLimit, type Figure } from './figures.ts';
import { timesOfOurs } from './pdf/measure.ts';
import { benchFolders } from './register/bench-station.ts';
import { inventedNewcomer, inventedPerson } from './register/invented-people.ts';
import { makeBaseIfNeeded } from './register/make-base-if-needed.ts';

/** Measures what a clerk waits for, in the real window on a base of 200,000 candidates: `npm run bench:desk`. */

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    /** 4,000 candidates, and few of each act. */
    quick: { type: 'boolean', default: false },
    strict: { type: 'boolean', default: false },
    /** A folder whose base is made once and measured again; it grows a little each time. */
    folder: { type: 'string' },
    /** Names of parts, such as `typing,search`; all of them when absent. */
    only: { type: 'string' },
  },
});

const size = options.quick
  ? { candidates: 4_000, typed: 2, searched: 4, saves: 8, files: 6, rounds: 2, pages: 3, starts: 2, kills: 2 }
  : {
      candidates: 200_000,
      typed: 8,
      searched: 60,
      saves: 100,
      files: 60,
      rounds: 12,
      pages: 20,
      starts: 8,
      kills: 10,
    };
const startedAtMs = Date.now();
const wanted = options.only?.split(',');
const isWanted = (name: string) => wanted?.includes(name) ?? true;
const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'guichet-desk-'));
const folders = benchFolders(folder);
const spooler = await startPrivateSpooler();
try {
  spooler.addQueue('accueil', { isDefault: true });
  makeBaseIfNeeded(folder, size.candidates);
  const figures = (await measure()).map((figure) => withLimit(withGoal(figure, DESK_GOALS), DESK_LIMITS));
  reportFigures(figuresDocument(figures, startedAtMs, options.quick), options);
} finally {
  await spooler.stop();
  if (options.folder === undefined) rmSync(folder, { recursive: true, force: true });
}

async function measure(): Promise<Figure[]> {
  // Numbers nobody has, this time nor the times before.
  const firstUnused = Date.now() % 100_000_000;
  const prepared = await prepareStation(folders, firstUnused, {
    saves: isWanted('saves') ? size.saves : 0,
    files: isWanted('opening') || isWanted('prints') ? size.files : 0,
    pages: isWanted('returns') ? size.pages : 0,
  });
  const newcomer = (index: number) => inventedNewcomer(firstUnused + 10_000 + index);
  const newcomers = (count: number) => Array.from({ length: count }, (_, index) => newcomer(index));
  const step = Math.floor(size.candidates / size.searched);
  const known = Array.from({ length: size.searched }, (_, index) => inventedPerson(index * step));
  const start = () => startProgram(folders, spooler.address);

  const inWindow: Record<string, (window: Awaited<ReturnType<typeof openWindow>>) => Promise<Figure[]>> = {
    typing: (window) => measureTyping(window, newcomers(size.typed)),
    search: (window) => measureSearch(window, known),
    saves: (window) => measureSaves(window, prepared),
    opening: (window) => measureOpening(window, prepared),
    screens: (window) => measureScreens(window, size.rounds),
    prints: (window) => measurePrints(window, prepared),
    returns: (window) => measureReturns(window, prepared),
    effort: (window) => measureEffort(window, prepared, [newcomer(500), newcomer(501), newcomer(502)]),
  };
  const alone: Record<string, () => Promise<Figure[]>> = {
    starts: () => measureStarts(start, size.starts),
    kills: () => measureKills(start, newcomers(size.kills)),
    confirmation: async () =>
      waitsOf('confirmation-sixty-fields', await timesOfOurs('sixty-fields', options.quick ? 20 : 200)),
  };

  const figures: Figure[] = [];
  const play = async (name: string, part: () => Promise<Figure[]>) => {
    if (!isWanted(name)) return;
    process.stderr.write(`  ${name}\n`);
    figures.push(...(await part()));
  };
  const program = await start();
  const window = await openWindow(program.url);
  await unlock(window);
  for (const [name, part] of Object.entries(inWindow))
    await play(name, () => part(window)).catch(async (error: unknown) => {
      await window.page.screenshot({ path: join(tmpdir(), 'guichet-desk-stuck.png') });
      throw error;
    });
  await window.close();
  await program.end();
  for (const [name, part] of Object.entries(alone)) await play(name, part);
  return figures;
}
