import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SheetLayout } from '#shared/sheet/layout.ts';
import { pensOf } from '#simulator/pens.ts';
import { randomPlan } from '#simulator/random-plan.ts';
import type { SeededRandom } from '#simulator/seeded-random.ts';
import { simulateReturn } from '#simulator/signed-sheet.ts';
import type { TruePage } from '#simulator/plan/truth.ts';

export interface DemoCorrection {
  path: string;
  value: string;
}

export interface SignedScan {
  name: string;
  bytes: Uint8Array;
  truth: TruePage;
}

/**
 * The sheet as it comes back: signed or not, with the given correction in red, scanned on an everyday office scanner. Made
 * by the simulated paper, which knows the sheet and never the reader.
 */
export async function signSheet(request: {
  pdf: Uint8Array;
  layout: SheetLayout;
  correction: DemoCorrection | undefined;
  random: SeededRandom;
  folder: string;
}): Promise<SignedScan[]> {
  const { pdf, layout, correction, random, folder } = request;
  const plan = randomPlan(layout, random.fork('plan'), 'normal');
  const pages = plan.pages.slice(0, 2).map((page) => ({
    ...page,
    corrections:
      page.sheetPage === 1 && correction ? [redCorrection(correction, random.fork('correction'))] : [],
  }));
  const { images, truth } = await simulateReturn({ pdf, layout, seed: random.next(), plan: { pages } });
  return images.map((image, index) => {
    const name = `${layout.registrationNumber}-p${image.page}.${image.mediaType === 'image/png' ? 'png' : 'jpg'}`;
    writeFileSync(join(folder, name), image.bytes);
    const page = truth.pages[index];
    if (!page) throw new Error(`page ${image.page} was simulated without its truth`);
    return { name, bytes: image.bytes, truth: page };
  });
}

function redCorrection(correction: DemoCorrection, random: SeededRandom) {
  return {
    fieldId: correction.path,
    kind: random.pick(['strike-and-rewrite', 'rewrite-beside', 'circle-and-rewrite'] as const),
    penId: random.pick(pensOf('scoring', random.pick(['red-ballpoint', 'red-gel', 'red-felt'] as const))).id,
    text: correction.value,
  };
}
