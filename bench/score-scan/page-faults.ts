import type { Ink, PageReading } from '#shared/contract/page-reading.ts';
import type { ProfileName } from '#simulator/plan/profiles.ts';
import type { TruePage } from '#simulator/plan/truth.ts';
import { isNear, SEEN_AS_CORRECTION, WITHOUT_COLOUR } from './page-tally.ts';

/** What one reading got wrong, a line each, for whoever looks at the page: nothing of it is counted here. */
export function pageFaults(profile: ProfileName, reading: PageReading, truth: TruePage): string[] {
  if (reading.status !== 'matched') return [`read as ${reading.status}: ${reading.reasons.join(', ')}`];
  return [
    ...SEEN_AS_CORRECTION.flatMap((ink) => missed(ink, profile, reading, truth)),
    ...invented(reading, truth),
    ...wrongBox('signature', reading.signature?.state, truth.signature),
    ...wrongBox('date', reading.date?.state, truth.date),
  ];
}

function missed(ink: Ink, profile: ProfileName, { marks }: PageReading, truth: TruePage): string[] {
  if (ink === 'red' && WITHOUT_COLOUR.includes(profile)) return [];
  const found = new Set(marks.filter((mark) => mark.ink === ink).flatMap(({ fields }) => fields));
  return truth.marks
    .filter((mark) => mark.ink === ink && mark.kind !== 'signature' && mark.kind !== 'date')
    .filter(({ fields }) => fields.some((field) => !found.has(field)))
    .map(
      ({ kind, pen, fields, box }) =>
        `missed ${ink} ${kind} (${pen}) in ${fields.join(', ')} at ${place(box)}`,
    );
}

function invented({ marks }: PageReading, truth: TruePage): string[] {
  return marks
    .filter(
      ({ ink, box }) =>
        SEEN_AS_CORRECTION.includes(ink) && !truth.marks.some((mark) => isNear(box, mark.box)),
    )
    .map(
      ({ ink, fields, box, areaMm2 }) =>
        `invented ${ink} of ${areaMm2} mm² in ${fields.join(', ')} at ${place(box)}`,
    );
}

function wrongBox(name: string, said: string | undefined, truth: string | undefined): string[] {
  return truth === undefined || said === truth ? [] : [`${name} said ${said}, is ${truth}`];
}

function place({ x, y, w, h }: { x: number; y: number; w: number; h: number }): string {
  return `${[x, y, w, h].map((value) => value.toFixed(1)).join(' ')} mm`;
}
