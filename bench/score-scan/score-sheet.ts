import { openFile } from '#main/scan/ingest/open-file.ts';
import { readPage } from '#main/scan/read-page.ts';
import type { PageReading } from '#shared/contract/page-reading.ts';
import type { ProfileName } from '#simulator/plan/profiles.ts';
import type { ReturnedImage } from '#simulator/signed-sheet.ts';
import { writeScanFile } from '#simulator/write-scan-file.ts';
import type { ScanFileFormat } from '#simulator/write-scan-file.ts';
import { pageFaults } from './page-faults.ts';
import { PageTally, tallyPage } from './page-tally.ts';
import type { Counts } from './page-tally.ts';
import { registrationErrorMm } from './registration-error.ts';
import { scoringSheet } from './scoring-sheets.ts';
import type { ScoringSheet } from './scoring-sheets.ts';

/** What was counted on one sheet; plain data, it comes from another process. */
export interface SheetScore {
  pages: number;
  counts: Counts;
  errorsMm: number[];
  faulty: { name: string; bytes: Uint8Array; faults: string[] }[];
}

/** Most scanners write an image a page; some wrap them. */
const CONTAINERS: readonly ScanFileFormat[] = ['images', 'images', 'pdf', 'tiff'];

/** Makes the sheet, reads each of its pages, and compares. `light`: scanned at 200 dpi at most. */
export async function scoreSheet(profile: ProfileName, number: number, light: boolean): Promise<SheetScore> {
  const sheet = await scoringSheet(profile, number, light);
  const tally = new PageTally();
  const score: SheetScore = { pages: sheet.images.length, counts: [], errorsMm: [], faulty: [] };
  const container = profile === 'strangers' ? CONTAINERS[number % CONTAINERS.length] : 'images';
  for (const [index, truth] of sheet.truth.pages.entries()) {
    const image = sheet.images[index];
    if (!image) throw new Error(`page ${truth.page} was not scanned`);
    const reading = await readImage(image, sheet, container ?? 'images');
    tallyPage(tally, profile, reading, truth);
    const faults = pageFaults(profile, reading, truth);
    const extension = image.mediaType === 'image/png' ? 'png' : 'jpg';
    const name = `${profile}-${sheet.layout.registrationNumber}-${truth.page}.${extension}`;
    if (faults.length > 0) score.faulty.push({ name, bytes: image.bytes, faults });
    const error = await registrationErrorMm(image.bytes, sheet.layout, truth);
    if (error !== undefined) score.errorsMm.push(error);
  }
  return { ...score, counts: tally.counts() };
}

async function readImage(
  image: ReturnedImage,
  { layout }: ScoringSheet,
  format: ScanFileFormat,
): Promise<PageReading> {
  const [file] = await writeScanFile([image], format, 'page');
  if (!file) throw new Error('no file was written');
  const opened = await openFile(file.bytes);
  const facts = { layout, latestVersion: layout.version };
  const page = await readPage(await opened.image(1), { file: file.name, page: 1 }, async () => facts);
  return page.reading;
}
