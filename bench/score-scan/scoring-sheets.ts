import { createMeasure, renderConfirmationPdf } from '#main/documents/confirmation/index.ts';
import { layoutConfirmation } from '#shared/sheet/layout-confirmation.ts';
import type { SheetLayout } from '#shared/sheet/layout.ts';
import type { ProfileName } from '#simulator/plan/profiles.ts';
import type { ReturnedPagePlan } from '#simulator/plan/return-plan.ts';
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
const COARSE_DPI = 200;
const CHECK = 'A'.repeat(16);

interface PrintedSheet {
  layout: SheetLayout;
  pdf: Uint8Array;
}

/** The same sheet comes back once from each population: it is laid out, and drawn by poppler, once. */
let printed: { number: number; sheet: Promise<PrintedSheet> } | undefined;

function printSheet(number: number): Promise<PrintedSheet> {
  if (printed?.number !== number) printed = { number, sheet: renderSheet(number) };
  return printed.sheet;
}

async function renderSheet(number: number): Promise<PrintedSheet> {
  const content = CONTENTS[number % CONTENTS.length] ?? aConfirmation;
  const registrationNumber = `2027104210${String(20_000 + number)}`;
  const layout = layoutConfirmation(content({ registrationNumber }), createMeasure(), () => CHECK);
  return { layout, pdf: await renderConfirmationPdf(layout, { issuedAtMs: Date.UTC(2026, 10, 9) }) };
}

/**
 * A sheet as it came back. Its seeds begin with `scoring` and its pens are of that family: the thresholds were tuned on
 * others. Of each sheet the signed page is kept, and another one time in two. `light`: scanned at 200 dpi at most.
 */
export async function scoringSheet(
  profile: ProfileName,
  number: number,
  light = false,
): Promise<ScoringSheet> {
  const { layout, pdf } = await printSheet(number);
  const seed = `scoring/${profile}/${number}`;
  const { pages } = randomPlan(layout, new SeededRandom(seed), profile, 'scoring');
  const kept = pages.filter(
    (_, index) => index === 0 || (number % 2 === 0 && index === (number % 4 === 0 ? 1 : 2)),
  );
  const plan = { pages: light ? kept.map(scannedCoarsely) : kept };
  return { profile, layout, ...(await simulateReturn({ pdf, layout, seed, plan })) };
}

function scannedCoarsely(page: ReturnedPagePlan): ReturnedPagePlan {
  return { ...page, scan: { ...page.scan, dpi: Math.min(COARSE_DPI, page.scan.dpi) } };
}
