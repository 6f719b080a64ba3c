import type { PageReading, ReadingCode } from '#shared/contract/page-reading.ts';
import type { EncodedImage } from './ingest/decode-image.ts';
import { identifyPage } from './identify-page.ts';
import type { Identity } from './identify-page.ts';
import { scanColour } from './ink/colour-mode.ts';
import { giveBytes } from './kernels/spare-memory.ts';
import { pageRasters } from './page-rasters.ts';
import type { PageRasters } from './page-rasters.ts';
import { readSheet } from './read-sheet.ts';
import type { ParsedCode, ReadPage, SheetFacts, SheetRefusal } from './scan-types.ts';
import { NOTHING_SEEN } from './unreadable-page.ts';
import type { PagePlace } from './unreadable-page.ts';
import { turnOf, uprightImage } from './upright-image.ts';

const REFUSALS: Record<SheetRefusal, ReadingCode> = {
  forged: 'code-forged',
  foreign: 'other-station',
  trainingMismatch: 'training-sheet',
};

/** Reads one page alone; what only the stack can tell (duplicates, missing pages) is added by the reader. Throws `Unreadable`. */
export async function readPage(
  image: EncodedImage,
  place: PagePlace,
  lookUp: (parsed: ParsedCode) => Promise<SheetFacts | SheetRefusal>,
): Promise<ReadPage> {
  const startedAt = performance.now();
  const rasters = await pageRasters(image);
  const identity = await identifyPage(rasters, lookUp);
  const page =
    identity.kind === 'known' ? readKnown(rasters, place, identity) : readUnknown(rasters, place, identity);
  giveBytes(rasters.working.data);
  return { ...page, reading: { ...page.reading, elapsedMs: Math.round(performance.now() - startedAt) } };
}

function readUnknown(
  rasters: PageRasters,
  place: PagePlace,
  identity: Exclude<Identity, { kind: 'known' }>,
): ReadPage {
  const image = uprightImage(rasters.working, 0);
  const base = { ...place, ...NOTHING_SEEN, marks: [], warnings: [], colour: scanColour(rasters.working) };
  const damage = damageOf(rasters);
  if (identity.kind === 'no-code')
    return { image, reading: { ...base, status: 'unidentified', reasons: ['no-code', ...damage] } };
  if (identity.kind === 'conflict')
    return { image, reading: { ...base, status: 'unidentified', reasons: ['code-damaged', ...damage] } };
  const { registrationNumber, version, page, pages } = identity.parsed.code;
  const said =
    identity.refusal === 'forged' ? {} : { registrationNumber, version, sheetPage: page, sheetPages: pages };
  return {
    image,
    reading: { ...base, ...said, status: 'foreign', reasons: [REFUSALS[identity.refusal], ...damage] },
  };
}

function damageOf({ damaged }: PageRasters): ReadingCode[] {
  return damaged ? ['image-damaged'] : [];
}

function readKnown(
  rasters: PageRasters,
  place: PagePlace,
  identity: Extract<Identity, { kind: 'known' }>,
): ReadPage {
  const { parsed, facts, page, registration } = identity;
  const { registrationNumber, version, page: sheetPage, pages: sheetPages } = parsed.code;
  const turn = registration ? turnOf(registration.toScan) : 0;
  const image = uprightImage(rasters.working, turn, registration && { page, toScan: registration.toScan });
  const { pens, ...sheet } = readSheet(rasters.working, identity);
  const superseded = version < facts.latestVersion;
  const reasons: ReadingCode[] = [
    ...(superseded ? (['superseded-version'] as const) : []),
    ...damageOf(rasters),
    ...sheet.reasons,
  ];
  const reading: PageReading = {
    ...place,
    status: superseded ? 'superseded' : 'matched',
    registrationNumber,
    version,
    sheetPage,
    sheetPages,
    rotation: turn,
    ...sheet,
    needsReview: reasons.length > 0,
    reasons,
    elapsedMs: 0,
  };
  return { reading, image, layoutKey: `${registrationNumber}/${version}`, ...(pens && { pens }) };
}
