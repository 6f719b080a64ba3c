import { assertNever } from '#shared/assert-never.ts';
import type { Box, SheetField, SheetPage } from '#shared/sheet/layout.ts';
import { dabFluid } from '../paper/correction-fluid.ts';
import { roundStamp } from '../paper/stamp.ts';
import type { Sheet } from '../paper.ts';
import { getPen, type Pen } from '../pens.ts';
import type { CorrectionPlan, OtherMarkPlan, ReturnedPagePlan } from '../plan/return-plan.ts';
import type { TrueMark } from '../plan/truth.ts';
import type { SeededRandom } from '../seeded-random.ts';
import { scribble, slash, underline } from '../strokes.ts';
import { correctionGestures, type Gesture } from './correction-gestures.ts';
import { drawStroke } from './draw-stroke.ts';
import { writeInSpace } from './fitted-text.ts';
import { printedExtent } from './free-space.ts';
import type { Hand } from './handwriting.ts';
import { unionBox } from './pixel-box.ts';
import { signature } from './signature.ts';

/** A person at a desk: the sheet, its layout as she reads it, her hand. */
interface Desk {
  sheet: Sheet;
  page: SheetPage;
  hand: Hand;
}

/** Draws all that a person put on the page; answers it as truth. */
export function markPage(desk: Desk, plan: ReturnedPagePlan, random: SeededRandom): TrueMark[] {
  return [
    ...plan.corrections.flatMap((correction, index) =>
      correct(desk, correction, random.fork(`correction ${index}`)),
    ),
    ...sign(desk, plan, random.fork('signature')),
    ...plan.otherMarks.flatMap((mark, index) => addOther(desk, mark, random.fork(`other ${index}`))),
  ];
}

function getField(page: SheetPage, id: string): SheetField {
  const field = page.fields.find((candidate) => candidate.id === id);
  if (!field) throw new RangeError(`Champ absent de la page : ${id}`);
  return field;
}

function correct(desk: Desk, plan: CorrectionPlan, random: SeededRandom): TrueMark[] {
  const field = getField(desk.page, plan.fieldId);
  const gestures = correctionGestures(plan, desk.sheet.paper, field, desk.hand, random);
  const fluid = plan.kind === 'fluid-and-rewrite' ? [applyFluid(desk, field, random)] : [];
  const drawn = gestures.flatMap((gesture, index) =>
    drawGesture(desk, getPen(plan.penId), gesture, [field.id], random.fork(index)),
  );
  return [...fluid, ...drawn];
}

function applyFluid(desk: Desk, field: SheetField, random: SeededRandom): TrueMark {
  const box = dabFluid(
    desk.sheet.paper,
    printedExtent(desk.sheet.paper, field.valueBox),
    random.fork('fluid'),
  );
  return { ink: 'other', fields: [field.id], touched: touchedFields(desk.page, box), box, kind: 'fluid' };
}

function sign({ sheet, page, hand }: Desk, plan: ReturnedPagePlan, random: SeededRandom): TrueMark[] {
  const desk = { sheet, page, hand };
  const marks: TrueMark[] = [];
  if (plan.signature && page.signatureBox) {
    const strokes = signature(page.signatureBox, hand, random);
    marks.push(
      ...drawGesture(desk, getPen(plan.signature.penId), { kind: 'signature', strokes }, [], random),
    );
  }
  if (plan.date && page.dateBox) {
    const strokes = writeInSpace(plan.date.text, page.dateBox, hand, random.fork('date'));
    marks.push(
      ...drawGesture(desk, getPen(plan.date.penId), { kind: 'date', strokes }, [], random.fork('date ink')),
    );
  }
  return marks;
}

function addOther(desk: Desk, plan: OtherMarkPlan, random: SeededRandom): TrueMark[] {
  const { paper, grain } = desk.sheet;
  switch (plan.kind) {
    case 'stamp': {
      const box = roundStamp(paper, grain, plan, plan.radiusMm, random);
      return box
        ? [{ ink: 'stamp', fields: [], touched: touchedFields(desk.page, box), box, kind: 'stamp' }]
        : [];
    }
    case 'highlight': {
      const value = printedExtent(paper, getField(desk.page, plan.fieldId).valueBox);
      const strokes = underline(
        { ...value, y: value.y - value.h / 2 },
        { ...desk.hand, firmness: 0.9 },
        random,
      );
      return drawGesture(desk, getPen(plan.penId), { kind: 'highlight', strokes }, [plan.fieldId], random);
    }
    case 'scribble':
      return drawGesture(
        desk,
        getPen(plan.penId),
        { kind: 'scribble', strokes: scribble(plan.box, desk.hand, random) },
        [],
        random,
      );
    case 'note': {
      const strokes = writeInSpace(plan.text, plan.box, desk.hand, random.fork('text'));
      return drawGesture(desk, getPen(plan.penId), { kind: 'note', strokes }, [], random);
    }
    case 'code-crossed':
      return crossCode(desk, plan.code, getPen(plan.penId), random);
    default:
      return assertNever(plan);
  }
}

function crossCode(desk: Desk, index: number, pen: Pen, random: SeededRandom): TrueMark[] {
  const code = desk.page.codes[index];
  if (!code) return [];
  const level = (): number => code.y + code.h * random.range(0.1, 0.9);
  const from = { x: code.x - random.range(1, 4), y: level() };
  const to = { x: code.x + code.w + random.range(1, 4), y: level() };
  const strokes = slash(from, to, desk.hand, random);
  return drawGesture(desk, pen, { kind: 'code-crossed', strokes }, [], random);
}

function drawGesture(
  desk: Desk,
  pen: Pen,
  gesture: Gesture,
  fields: string[],
  random: SeededRandom,
): TrueMark[] {
  const { paper, grain } = desk.sheet;
  const inked = gesture.strokes
    .map((stroke, index) => drawStroke(paper, grain, pen, stroke, random.fork(`ink ${index}`)))
    .filter((ink) => ink !== undefined);
  const [first, ...others] = inked.map((ink) => ink.box);
  if (!first) return [];
  return [
    {
      ink: pen.ink,
      fields,
      touched: [...new Set(inked.flatMap((ink) => touchedFields(desk.page, ink.box)))],
      box: others.reduce(unionBox, first),
      kind: gesture.kind,
      pen: pen.id,
      areaMm2: inked.reduce((sum, ink) => sum + ink.areaMm2, 0),
      clearAreaMm2: inked.reduce((sum, ink) => sum + ink.clearAreaMm2, 0),
    },
  ];
}

function touchedFields(page: SheetPage, ink: Box): string[] {
  return page.fields
    .filter(
      ({ box }) =>
        ink.x < box.x + box.w && box.x < ink.x + ink.w && ink.y < box.y + box.h && box.y < ink.y + ink.h,
    )
    .map((field) => field.id);
}
