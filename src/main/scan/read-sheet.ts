import type { PageReading, ReadingCode } from '#shared/contract/page-reading.ts';
import { penSamples } from './calibrate/pen-samples.ts';
import type { PenSample } from './calibrate/pen-samples.ts';
import type { Identity } from './identify-page.ts';
import { judgeColour, scanColour } from './ink/colour-mode.ts';
import { drawFieldMap } from './ink/field-map.ts';
import { findComponents } from './ink/find-components.ts';
import { findStrikes } from './ink/find-strikes.ts';
import { findForeignInk } from './ink/ink-plane.ts';
import { measureStrokes } from './ink/measure-strokes.ts';
import { estimatePaperWhite } from './ink/paper-white.ts';
import { isRimOfCopy } from './ink/artefacts.ts';
import { readInk } from './ink/read-ink.ts';
import type { InkReading } from './ink/read-ink.ts';
import { strikeMarks } from './ink/strike-marks.ts';
import { undoShift } from './ink/undo-shift.ts';
import { GlyphStamps } from './print/glyph-stamps.ts';
import { drawPrintMask } from './print/print-mask.ts';
import type { Raster } from './raster.ts';
import { invert, localScale } from './register/projection.ts';
import { printScale } from './register/print-scale.ts';
import type { Registration } from './register/register-page.ts';
import { REGISTER, REPORT, RESOLUTION } from './thresholds.ts';

type Known = Extract<Identity, { kind: 'known' }>;
export type SheetReading = Pick<
  PageReading,
  'fit' | 'colour' | 'signature' | 'date' | 'marks' | 'warnings' | 'reasons'
> & { pens?: PenSample[] };

const glyphs = new GlyphStamps();

/** What was added to a sheet that is known, and what the reader could not be sure of. Changes the raster's red and blue planes. */
export function readSheet(raster: Raster, { facts, page, registration, codesRead }: Known): SheetReading {
  const warnings: ReadingCode[] = codesRead < page.codes.length ? ['code-damaged'] : [];
  if (
    !registration ||
    registration.rmsMm > REGISTER.refuseMm ||
    registration.marksFound < REGISTER.leastMarks
  )
    return { ...unregistered(raster, registration), warnings };
  const mode = judgeColour(raster, page, registration.toScan, facts.layout.printedInColour);
  if (mode.colour === 'colour') undoShift(raster, registration.shift);
  const paper = estimatePaperWhite(raster);
  const toSheet = invert(registration.toScan);
  const mask = drawPrintMask(page, glyphs);
  const plane = findForeignInk({ raster, paper, mask, toSheet, hasColour: mode.colour === 'colour' });
  const fields = drawFieldMap(page);
  const scale = localScale(registration.toScan, { x: page.widthMm / 2, y: page.heightMm / 2 });
  const components = findComponents(plane);
  const strokes = measureStrokes({
    raster,
    paper,
    plane,
    components,
    toSheet,
    pixelMm2: 1 / (scale.x * scale.y),
    fields,
  });
  const isCopy = mode.colour === 'colour' && !mode.known;
  const made = isCopy ? strokes.filter((stroke) => !isRimOfCopy(stroke)) : strokes;
  const seen = readInk(made, page, fields, facts.inkBounds);
  const strikes = findStrikes({ raster, paper, mask, toScan: registration.toScan }, page.fields);
  const ink = { ...seen, marks: [...seen.marks, ...strikeMarks(strikes, seen.marks, facts.inkBounds)] };
  const resolution = Math.min(scale.x, scale.y);
  return {
    fit: fitOf(registration),
    colour: mode.colour,
    ...ink,
    ...(facts.isChart ? { pens: penSamples(strokes, page.fields) } : {}),
    warnings: [
      ...warnings,
      ...warningsOf(ink),
      ...(resolution < RESOLUTION.warnBelowPxPerMm ? (['low-resolution'] as const) : []),
    ],
    reasons: [...(mode.known ? [] : (['colour-unknown'] as const)), ...doubtsOf(ink, registration)],
  };
}

function fitOf({ toScan, rmsMm, marksFound }: Registration): NonNullable<PageReading['fit']> {
  const scale = localScale(toScan, { x: 105, y: 148 });
  return { rmsMm, scaleX: printScale(scale.x), scaleY: printScale(scale.y), marksFound };
}

/** Where the sheet could not be laid over the scan, nothing is said of its ink. */
function unregistered(
  raster: Raster,
  registration: Registration | undefined,
): Omit<SheetReading, 'warnings'> {
  return {
    ...(registration ? { fit: fitOf(registration) } : {}),
    colour: scanColour(raster),
    marks: [],
    reasons: [registration && registration.rmsMm <= REGISTER.refuseMm ? 'few-marks' : 'fit-poor'],
  };
}

function warningsOf({ signature, date, marks }: InkReading): ReadingCode[] {
  const codes: ReadingCode[] = [];
  if (signature?.state === 'absent') codes.push('signature-missing');
  if (date?.state === 'absent') codes.push('date-missing');
  if (marks.some(({ ink }) => ink === 'other')) codes.push('other-ink');
  if (marks.some(({ fields }) => fields.length === 0)) codes.push('unattached-marks');
  return codes;
}

function doubtsOf({ signature, date, marks }: InkReading, { marksFound }: Registration): ReadingCode[] {
  const codes: ReadingCode[] = [];
  if (marksFound < REGISTER.minMarks) codes.push('few-marks');
  if (signature?.state === 'doubtful') codes.push('signature-doubtful');
  if (date?.state === 'doubtful') codes.push('date-doubtful');
  if (marks.some(({ ink, confidence }) => ink !== 'stain' && confidence < REPORT.sureConfidence))
    codes.push('faint-ink');
  return codes;
}
