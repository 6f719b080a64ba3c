import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createScanReader } from '#main/scan/index.ts';
import type { PageReading } from '#shared/contract/page-reading.ts';
import type { ScanFile, SheetLookup } from '#main/scan/index.ts';
import { PROFILE_NAMES } from '#simulator/plan/profiles.ts';
import { figuresDocument, reportFigures } from './figures.ts';
import { measureSpeed } from './score-scan/measure-speed.ts';
import { pageFaults } from './score-scan/page-faults.ts';
import { PageTally, tallyPage } from './score-scan/page-tally.ts';
import { registrationErrorMm } from './score-scan/registration-error.ts';
import { scanFigures } from './score-scan/scan-figures.ts';
import { scoringSheet } from './score-scan/scoring-sheets.ts';
import type { ScoringSheet } from './score-scan/scoring-sheets.ts';

/** Scores the reader on simulated returns that nothing was tuned on: `npm run score:scan`. */

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    strict: { type: 'boolean', default: false },
    /** Sheets of each profile. */
    sheets: { type: 'string' },
    /** A folder for the pages that were read wrong, and what was wrong with each. */
    worst: { type: 'string' },
  },
});

const startedAtMs = Date.now();
const sheetsOfEach = Number(options.sheets ?? (options.quick ? 2 : 12));
const tally = new PageTally();
const errorsMm: number[] = [];
const officeScans: { file: ScanFile; sheet: ScoringSheet }[] = [];
const reader = createScanReader({ workers: 2 });

for (let number = 0; number < sheetsOfEach; number++)
  for (const profile of PROFILE_NAMES) {
    const sheet = await scoringSheet(profile, number);
    await score(sheet);
    if (profile !== 'normal') continue;
    const scans = sheet.images.filter(({ dpi }) => dpi === 300);
    officeScans.push(
      ...scans.map(({ bytes, page }) => ({ sheet, file: { name: `${number}-${page}.jpg`, bytes } })),
    );
  }
await reader.close();

const lookup: SheetLookup = ({ code }) => {
  const known = officeScans.find(({ sheet }) => sheet.layout.registrationNumber === code.registrationNumber);
  return known ? { layout: known.sheet.layout, latestVersion: 1 } : 'foreign';
};
const speed = await measureSpeed(
  officeScans.map(({ file }) => file),
  lookup,
  options.quick ? 40 : 200,
);
const figures = scanFigures(tally, errorsMm, speed);
reportFigures(figuresDocument(figures, startedAtMs, options.quick), options);

async function score({ profile, layout, images, truth }: ScoringSheet): Promise<void> {
  const readings = new Map<string, PageReading>();
  const files = images.map(({ page, bytes }) => ({ name: String(page), bytes }));
  await reader.read(files, () => ({ layout, latestVersion: layout.version }), {
    onPage: ({ reading }) => readings.set(reading.file, reading),
  });
  for (const page of truth.pages) {
    const reading = readings.get(String(page.page));
    const image = images.find((one) => one.page === page.page);
    if (!reading || !image) throw new Error(`page ${page.page} was scanned and not read`);
    tallyPage(tally, profile, reading, page);
    keepFaults(
      `${profile}-${layout.registrationNumber}-${page.page}.jpg`,
      image.bytes,
      pageFaults(profile, reading, page),
    );
    const error = await registrationErrorMm(image.bytes, layout, page);
    if (error !== undefined) errorsMm.push(error);
  }
}

function keepFaults(name: string, bytes: Uint8Array, faults: readonly string[]): void {
  if (options.worst === undefined || faults.length === 0) return;
  mkdirSync(options.worst, { recursive: true });
  writeFileSync(join(options.worst, name), bytes);
  appendFileSync(
    join(options.worst, 'faults.txt'),
    [name, ...faults.map((fault) => `  ${fault}`), ''].join('\n'),
  );
}
