import { createMeasure, renderConfirmationPdf } from '#main/documents/confirmation/index.ts';
import { layoutConfirmation } from '#shared/sheet/layout-confirmation.ts';
import type { SheetLayout } from '#shared/sheet/layout.ts';
import type { ProfileName } from '#simulator/plan/profiles.ts';
import { randomPlan } from '#simulator/random-plan.ts';
import { SeededRandom } from '#simulator/seeded-random.ts';
import { simulateReturn } from '#simulator/signed-sheet.ts';
import type { SimulatedReturn } from '#simulator/signed-sheet.ts';
import {
  aConfirmation,
  aLongConfirmation,
  aShortConfirmation,
} from '../../tests/builders/confirmation-content.ts';

export interface ScoringSheet extends SimulatedReturn {
  profile: ProfileName;
  layout: SheetLayout;
}

const CONTENTS = [aConfirmation, aShortConfirmation, aConfirmation, aLongConfirmation];
const CHECK = 'A'.repeat(16);

/**
 * A sheet as it came back. Its seeds begin with `scoring` and its pens are of that family: the thresholds were tuned on
 * others. Of each sheet the signed page is kept, and another one time in two.
 */
export async function scoringSheet(profile: ProfileName, number: number): Promise<ScoringSheet> {
  const content = CONTENTS[number % CONTENTS.length] ?? aConfirmation;
  const registrationNumber = `2027104210${String(20_000 + number)}`;
  const layout = layoutConfirmation(content({ registrationNumber }), createMeasure(), () => CHECK);
  const pdf = await renderConfirmationPdf(layout, { issuedAtMs: Date.UTC(2026, 10, 9) });
  const seed = `scoring/${profile}/${number}`;
  const { pages } = randomPlan(layout, new SeededRandom(seed), profile, 'scoring');
  const kept = pages.filter(
    (_, index) => index === 0 || (number % 2 === 0 && index === (number % 4 === 0 ? 1 : 2)),
  );
  return { profile, layout, ...(await simulateReturn({ pdf, layout, seed, plan: { pages: kept } })) };
}
