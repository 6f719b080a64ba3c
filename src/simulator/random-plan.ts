import type { SheetLayout, SheetPage } from '#shared/sheet/layout.ts';
import type { PaperPlan } from './paper.ts';
import type { PenClass, PenFamily } from './pens.ts';
import { drawCorrections, penOfClass } from './plan/draw-marks.ts';
import { nextThrough } from './plan/draw-scan.ts';
import { PROFILES, type Profile, type ProfileName } from './plan/profiles.ts';
import { handwrittenDate } from './plan/replacement-text.ts';
import type { ReturnedPagePlan, ReturnPlan } from './plan/return-plan.ts';
import type { ScanPlan } from './scanner/scan-plan.ts';
import type { SeededRandom } from './seeded-random.ts';

/** Few sign in red; a reader must not take such a signature for a correction. */
const SIGNING_PENS: readonly PenClass[] = [
  ...Array<PenClass>(4).fill('blue'),
  ...Array<PenClass>(4).fill('black'),
  'red-ballpoint',
];

/**
 * Draws the return of a sheet by someone of the profile's population: every page, in order. Thresholds are tuned with the
 * `tuning` pens and scored with the `scoring` ones.
 */
export function randomPlan(
  layout: SheetLayout,
  random: SeededRandom,
  profile: ProfileName,
  family: PenFamily = 'scoring',
): ReturnPlan {
  const people: Profile = PROFILES[profile];
  const person: Person = {
    family,
    correctingPen: penOfClass(family, random.pick(people.corrections.penClasses), random),
    signingPen: penOfClass(family, random.pick(SIGNING_PENS), random),
    scan: people.scan(random.fork('scanner')),
  };
  const pages = layout.pages.map((page, index) =>
    drawPage(page, index + 1, people, person, random.fork(`page ${index + 1}`)),
  );
  return { pages: people.doubleFeed ? pages.map((page) => fedWithNext(page, pages.length, random)) : pages };
}

/** What stays the same through one return: the pens in hand, the scanner. */
interface Person {
  family: PenFamily;
  correctingPen: string;
  signingPen: string;
  scan: ScanPlan;
}

function drawPage(
  page: SheetPage,
  sheetPage: number,
  profile: Profile,
  { family, correctingPen, signingPen, scan }: Person,
  random: SeededRandom,
): ReturnedPagePlan {
  const isSigned = page.signatureBox !== undefined && !random.chance(profile.unsigned);
  const isDated = page.dateBox !== undefined && !random.chance(profile.unsigned);
  return {
    sheetPage,
    corrections: drawCorrections(page, profile.corrections, correctingPen, random.fork('corrections')),
    ...(isSigned && { signature: { penId: signingPen } }),
    ...(isDated && { date: { penId: signingPen, text: handwrittenDate(random) } }),
    otherMarks: profile.otherMarks(page, family, random.fork('other marks')),
    paper: ofFamily(profile.paper(random.fork('paper')), family),
    scan: nextThrough(scan, random.fork('scan')),
  };
}

/** Thresholds are not tuned on the very textures that they are scored on. */
function ofFamily(paper: PaperPlan, family: PenFamily): PaperPlan {
  return { ...paper, ream: `${family} ${paper.ream}` };
}

/** The next page goes through under this one, lower by what shows of it. */
function fedWithNext(page: ReturnedPagePlan, pageCount: number, random: SeededRandom): ReturnedPagePlan {
  const downMm = random.fork(`beneath ${page.sheetPage}`).range(5, 35);
  return {
    ...page,
    scan: { ...page.scan, offsetYMm: -downMm },
    beneath: { sheetPage: (page.sheetPage % pageCount) + 1, downMm },
  };
}
