import type { Ink, PageReading } from '#shared/contract/page-reading.ts';
import type { Box } from '#shared/sheet/layout.ts';
import type { ProfileName } from '#simulator/plan/profiles.ts';
import { getPen } from '#simulator/pens.ts';
import type { TrueMark, TruePage } from '#simulator/plan/truth.ts';

/** Name, how many, out of how many. */
export type Counts = [string, number, number][];

/** Counts by name: how many, out of how many. */
export class PageTally {
  readonly #counts = new Map<string, { yes: number; n: number }>();

  add(name: string, yes: boolean): void {
    const count = this.#counts.get(name) ?? { yes: 0, n: 0 };
    count.n += 1;
    if (yes) count.yes += 1;
    this.#counts.set(name, count);
  }

  counts(): Counts {
    return [...this.#counts].map(([name, { yes, n }]) => [name, yes, n]);
  }

  addAll(counts: Counts): void {
    for (const [name, yes, n] of counts) {
      const count = this.get(name);
      this.#counts.set(name, { yes: count.yes + yes, n: count.n + n });
    }
  }

  get(name: string): { yes: number; n: number } {
    return this.#counts.get(name) ?? { yes: 0, n: 0 };
  }
}

export const SEEN_AS_CORRECTION: readonly Ink[] = ['red', 'blue', 'black'];
/** The colour of a grey scan or of a photocopy can't be told: red pens are then counted nowhere. */
export const WITHOUT_COLOUR: readonly ProfileName[] = ['grey', 'photocopy'];

/** Compares one reading with what really happened to the page. */
export function tallyPage(
  tally: PageTally,
  profile: ProfileName,
  reading: PageReading,
  truth: TruePage,
): void {
  const identified = reading.status === 'matched' || reading.status === 'superseded';
  const right =
    identified &&
    reading.registrationNumber === truth.registrationNumber &&
    reading.version === truth.version &&
    reading.sheetPage === truth.sheetPage;
  tally.add(`identified/${profile}`, right);
  tally.add('wrong', identified && !right);
  if (!right) return;
  tally.add('orientation', reading.rotation === truth.rotation);
  tally.add(`review/${profile}`, reading.needsReview);
  tallyBox(tally, 'signature', reading.signature?.state, truth.signature);
  tallyBox(tally, 'date', reading.date?.state, truth.date);
  tallyMarks(tally, profile, reading, truth);
}

function tallyBox(
  tally: PageTally,
  box: string,
  said: string | undefined,
  truth: 'present' | 'absent' | undefined,
): void {
  if (truth === undefined) return;
  tally.add(`${box}/${truth}`, said === truth);
  if (truth === 'absent') tally.add(`${box}/called-present`, said === 'present');
}

function tallyMarks(tally: PageTally, profile: ProfileName, { marks }: PageReading, truth: TruePage): void {
  const meant = truth.marks.filter(({ kind }) => kind !== 'signature' && kind !== 'date');
  for (const ink of SEEN_AS_CORRECTION) {
    if (ink === 'red' && WITHOUT_COLOUR.includes(profile)) continue;
    const found = new Set(marks.filter((mark) => mark.ink === ink).flatMap(({ fields }) => fields));
    const wanted = new Set(meant.filter((mark) => mark.ink === ink).flatMap(({ fields }) => fields));
    for (const field of wanted) tally.add(`${ink}-recall/${profile}`, found.has(field));
    tallyPens(tally, ink, found, meant, truth.dpi);
  }
  const concerned = new Set(meant.flatMap(({ fields, touched }) => [...fields, ...touched]));
  for (const mark of marks) {
    if (!SEEN_AS_CORRECTION.includes(mark.ink)) continue;
    for (const field of mark.fields) tally.add('attribution', concerned.has(field));
  }
  tallyFalse(tally, profile, marks, truth.marks);
}

/** The same recalls by kind of pen, by gesture and by resolution. */
function tallyPens(
  tally: PageTally,
  ink: Ink,
  found: ReadonlySet<string>,
  meant: readonly TrueMark[],
  dpi: number,
): void {
  const seen = meant.filter((mark) => mark.ink === ink);
  for (const { pen, kind, fields } of seen)
    for (const field of fields) {
      if (pen) tally.add(`pen/${getPen(pen).penClass}`, found.has(field));
      tally.add(`gesture/${kind}`, found.has(field));
      tally.add(`dpi/${dpi}`, found.has(field));
    }
}

function tallyFalse(
  tally: PageTally,
  profile: ProfileName,
  marks: PageReading['marks'],
  truth: readonly TrueMark[],
): void {
  const invented = marks.filter(({ box }) => !truth.some((mark) => isNear(box, mark.box)));
  for (const ink of SEEN_AS_CORRECTION) {
    const count = invented.filter((mark) => mark.ink === ink).length;
    for (let index = 0; index < count; index++) tally.add(`${ink}-false/${profile}`, true);
  }
  const reds = marks.filter(({ ink }) => ink === 'red').length;
  for (let index = 0; index < reds; index++) tally.add(`red-marks/${profile}`, true);
  tally.add(`pages/${profile}`, true);
}

export function isNear(a: Box, b: Box): boolean {
  const gap = 1.5;
  return a.x < b.x + b.w + gap && b.x < a.x + a.w + gap && a.y < b.y + b.h + gap && b.y < a.y + a.h + gap;
}
