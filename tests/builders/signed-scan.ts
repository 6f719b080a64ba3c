import type { SheetLayout } from '#shared/sheet/layout.ts';
import { randomPlan } from '#simulator/random-plan.ts';
import { pensOf } from '#simulator/pens.ts';
import { SeededRandom } from '#simulator/seeded-random.ts';
import { simulateReturn } from '#simulator/signed-sheet.ts';

export interface SignedScanRequest {
  pdf: Uint8Array;
  layout: SheetLayout;
  correction?: { path: string; text: string };
  name?: string;
}

/** The first page of a sheet, signed and dated in blue, corrected in red where asked, on an everyday scanner. */
export async function aSignedScan({
  pdf,
  layout,
  correction,
  name = 'retour.jpg',
}: SignedScanRequest): Promise<{ name: string; bytes: Uint8Array }> {
  const [page] = randomPlan(layout, new SeededRandom('signed scan'), 'clean').pages;
  if (!page) throw new Error('a layout without pages');
  const blue = pensOf('scoring', 'blue')[0]!.id;
  const red = pensOf('scoring', 'red-ballpoint')[0]!.id;
  const plan = {
    ...page,
    signature: { penId: blue },
    date: { penId: blue, text: '20/11/2026' },
    corrections: correction
      ? [{ fieldId: correction.path, kind: 'strike-and-rewrite' as const, penId: red, text: correction.text }]
      : [],
  };
  const { images } = await simulateReturn({ pdf, layout, seed: 'signed scan', plan: { pages: [plan] } });
  return { name, bytes: images[0]!.bytes };
}
