import type { InkBounds } from '#shared/contract/calibration.ts';
import type { InkMark } from '#shared/contract/page-reading.ts';
import type { SheetPage } from '#shared/sheet/layout.ts';
import { REPORT, SIGNING } from '../thresholds.ts';
import { isArtefact } from './artefacts.ts';
import { fieldsOf } from './attribute-group.ts';
import type { FieldMap } from './field-map.ts';
import { asStamps } from './find-stamp.ts';
import { groupStrokes } from './group-strokes.ts';
import type { StrokeGroup } from './group-strokes.ts';
import { joinArrows } from './join-arrows.ts';
import { isWrittenIn, judgeBox } from './judge-box.ts';
import type { BoxState } from './judge-box.ts';
import type { Stroke } from './measure-strokes.ts';

export interface InkReading {
  signature?: BoxState;
  date?: BoxState;
  marks: InkMark[];
}

/** From strokes to what they mean on this page: the signing boxes first, then the marks and their answers. */
export function readInk(
  strokes: readonly Stroke[],
  page: SheetPage,
  map: FieldMap,
  bounds?: InkBounds,
): InkReading {
  const made = strokes.filter((stroke) => !isArtefact(stroke, page));
  const groups = joinArrows(asStamps(groupStrokes(made, bounds)), page);
  const inSignature = new Set(
    groups.filter((group) => page.signatureBox && isWrittenIn(group, map.signature)),
  );
  const inDate = new Set(groups.filter((group) => page.dateBox && isWrittenIn(group, map.date)));
  const elsewhere = groups.filter((group) => !inSignature.has(group) && !inDate.has(group));
  return {
    ...(page.signatureBox ? { signature: judgeBox([...inSignature], SIGNING.signature) } : {}),
    ...(page.dateBox ? { date: judgeBox([...inDate], SIGNING.date) } : {}),
    marks: elsewhere.filter(isWorthReporting).map((group) => asMark(group, page)),
  };
}

function isWorthReporting(group: StrokeGroup): boolean {
  const { ink, strokes, areaMm2, box } = group;
  // A tinge that shows no hue is judged as black ink is: the fringes of shifted print are such.
  if (!strokes[0]!.coloured || ink === 'black') {
    const darkest = Math.max(...strokes.map(({ absorbance }) => Math.max(...absorbance)));
    return (
      areaMm2 >= REPORT.darkMm2 &&
      Math.max(box.w, box.h) >= REPORT.darkExtentMm &&
      darkest >= REPORT.darkAbsorbance
    );
  }
  const chroma = Math.max(...strokes.map((stroke) => stroke.chroma));
  if (areaMm2 < (ink === 'red' ? REPORT.redMm2 : REPORT.colouredMm2)) return false;
  const onPrint = strokes.reduce((sum, stroke) => sum + stroke.printShare * stroke.areaMm2, 0) / areaMm2;
  if (chroma < REPORT.colouredChroma) return isFaintRed(group, chroma, onPrint);
  return onPrint < REPORT.overPrintShare || isPenOverPrint(group, chroma);
}

function isPenOverPrint({ ink, areaMm2, strokes }: StrokeGroup, chroma: number): boolean {
  const { overPrintMm2, overPrintChroma, rewritten } = REPORT;
  if (areaMm2 >= overPrintMm2 && chroma >= overPrintChroma) return true;
  return (
    ink === 'red' &&
    areaMm2 >= rewritten.areaMm2 &&
    chroma >= rewritten.chroma &&
    strokes.some(({ widthMm }) => widthMm >= rewritten.widthMm)
  );
}

function isFaintRed({ ink, areaMm2, box, strokes }: StrokeGroup, chroma: number, onPrint: number): boolean {
  const need = REPORT.faintRed;
  return (
    ink === 'red' &&
    onPrint < REPORT.overPrintShare &&
    areaMm2 >= need.areaMm2 &&
    Math.max(box.w, box.h) >= need.extentMm &&
    chroma >= need.chroma &&
    strokes.some((stroke) => stroke.areaMm2 >= need.strokeMm2)
  );
}

function asMark(group: StrokeGroup, page: SheetPage): InkMark {
  const { ink, box, areaMm2, confidence } = group;
  return {
    ink,
    fields: fieldsOf(group, page.fields),
    box: rounded(box),
    areaMm2: twoDigits(areaMm2),
    confidence,
  };
}

function rounded({ x, y, w, h }: InkMark['box']): InkMark['box'] {
  return { x: twoDigits(x), y: twoDigits(y), w: twoDigits(w), h: twoDigits(h) };
}

function twoDigits(value: number): number {
  return Math.round(value * 100) / 100;
}
