import type { SheetLayout, SheetPage } from '#shared/sheet/layout.ts';
import type { PenFamily } from './pens.ts';
import { drawCorrections, penOfClass } from './plan/draw-marks.ts';
import { PROFILES, type Profile, type ProfileName } from './plan/profiles.ts';
import { handwrittenDate } from './plan/replacement-text.ts';
import type { ReturnedPagePlan, ReturnPlan } from './plan/return-plan.ts';
import type { SeededRandom } from './seeded-random.ts';

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
  return {
    pages: layout.pages.map((page, index) =>
      drawPage(page, index + 1, PROFILES[profile], family, random.fork(`page ${index + 1}`)),
    ),
  };
}

function drawPage(
  page: SheetPage,
  sheetPage: number,
  profile: Profile,
  family: PenFamily,
  random: SeededRandom,
): ReturnedPagePlan {
  const signingPen = penOfClass(
    family,
    random.pick(['blue', 'blue', 'black', 'black', 'red-ballpoint'] as const),
    random,
  );
  const isSigned = page.signatureBox !== undefined && !random.chance(profile.unsigned);
  const isDated = page.dateBox !== undefined && !random.chance(profile.unsigned);
  return {
    sheetPage,
    corrections: drawCorrections(page, profile.corrections, family, random.fork('corrections')),
    ...(isSigned && { signature: { penId: signingPen } }),
    ...(isDated && { date: { penId: signingPen, text: handwrittenDate(random) } }),
    otherMarks: profile.otherMarks(page, family, random.fork('other marks')),
    paper: profile.paper(random.fork('paper')),
    scan: profile.scan(random.fork('scan')),
  };
}
