import type { ScanChoice, TestPage } from '#shared/contract/scanners.ts';
import { GuichetError } from '#shared/errors.ts';
import type { StationContext } from '#main/context.ts';
import { createSheetLookup } from '#main/domains/returns/index.ts';
import type { ScannedFile } from '#main/ports/scanner.ts';
import type { ReadPage } from '#main/scan/index.ts';

const A4_WIDTH_MM = 210;
const MM_PER_INCH = 25.4;
const MOST_PIXELS = 100_000_000;

/** What the reader needs, with a margin: under these, thin strokes and codes suffer. */
const LEAST_DPI = 190;
/** A feeder that stretches more than this moves strokes to other fields. */
const MOST_STRETCH = 0.03;

/** Scans one page, says what it tells of the scanner, and keeps nothing of it. Throws the scanner's faults, `cancelled`. */
export async function scanTestPage(
  context: StationContext,
  choice: ScanChoice,
  signal: AbortSignal,
): Promise<TestPage> {
  const file = await scanOne(context, choice, signal);
  const page = await readOne(context, file, signal);
  const { reading, image } = page;
  const shrink = image ? await shrinkOf(file, image) : 1;
  const widthPx = Math.round((image?.widthPx ?? 0) * shrink);
  const heightPx = Math.round((image?.heightPx ?? 0) * shrink);
  const pxPerMm = reading.fit && image ? image.pxPerMmX * shrink : widthPx / A4_WIDTH_MM;
  const dpi = Math.round(pxPerMm * MM_PER_INCH);
  return {
    ...{ widthPx, heightPx, dpi, colour: reading.colour },
    reading: image ? reading : null,
    findings: findingsOf(page, choice, dpi),
  };
}

/** The image for the screen is smaller than what came, and may be turned; a PDF is taken as it was drawn. */
async function shrinkOf(
  { bytes }: ScannedFile,
  image: { widthPx: number; heightPx: number },
): Promise<number> {
  const { default: sharp } = await import('sharp');
  const came = await sharp(bytes, { limitInputPixels: MOST_PIXELS })
    .metadata()
    .catch(() => undefined);
  if (!came || came.format === 'pdf') return 1;
  return Math.max(came.width, came.height) / Math.max(image.widthPx, image.heightPx);
}

async function scanOne(
  context: StationContext,
  choice: ScanChoice,
  signal: AbortSignal,
): Promise<ScannedFile> {
  for await (const file of context.ports.scanner.scan({ ...choice, onePage: true }, signal)) return file;
  throw new GuichetError('feeder-empty');
}

async function readOne(context: StationContext, file: ScannedFile, signal: AbortSignal): Promise<ReadPage> {
  const { createScanReader } = await import('#main/scan/index.ts');
  const reader = createScanReader({ workers: 1 });
  const pages: ReadPage[] = [];
  try {
    await reader.read([file], createSheetLookup(context), { onPage: (page) => pages.push(page), signal });
  } finally {
    await reader.close();
  }
  const [page] = pages;
  if (!page) throw new GuichetError('file-unreadable');
  return page;
}

function findingsOf({ reading, image }: ReadPage, choice: ScanChoice, dpi: number): TestPage['findings'] {
  if (!image) return ['unreadable'];
  const { fit, colour } = reading;
  const findings: TestPage['findings'] = [];
  if (!fit) findings.push('not-our-sheet');
  // Red corrections cannot be seen without colour.
  if (colour !== 'colour') findings.push(choice.colour === 'colour' ? 'other-colour' : 'no-colour');
  if (dpi < LEAST_DPI) findings.push('low-resolution');
  if (fit && Math.max(Math.abs(fit.scaleX - 1), Math.abs(fit.scaleY - 1)) > MOST_STRETCH)
    findings.push('distorted');
  return findings.length === 0 ? ['good'] : findings;
}
