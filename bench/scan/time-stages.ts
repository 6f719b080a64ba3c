import { identifyPage } from '#main/scan/identify-page.ts';
import { pageRasters } from '#main/scan/page-rasters.ts';
import { readSheet } from '#main/scan/read-sheet.ts';
import { uprightImage } from '#main/scan/upright-image.ts';
import type { Figure } from '../figures.ts';
import type { OfficePage } from './office-pages.ts';

const STAGES = ['decode', 'identify-and-register', 'screen-image', 'ink'] as const;
type Stage = (typeof STAGES)[number];

/** Milliseconds of one thread for each stage of a page, the median over `rounds` of all pages, once warm. */
export async function timeStages(pages: readonly OfficePage[], rounds: number): Promise<Figure[]> {
  const times: Record<Stage, number[]> = {
    decode: [],
    'identify-and-register': [],
    'screen-image': [],
    ink: [],
  };
  for (const page of pages) await timePage(page, () => undefined);
  for (let round = 0; round < rounds; round++)
    for (const page of pages) await timePage(page, (stage, ms) => times[stage].push(ms));
  return STAGES.map((stage) => {
    const sorted = times[stage].sort((a, b) => a - b);
    return {
      name: `stage-${stage}-ms`,
      value: sorted[sorted.length >> 1] ?? 0,
      unit: 'ms',
      n: sorted.length,
    };
  });
}

async function timePage(
  { bytes, layout }: OfficePage,
  take: (stage: Stage, ms: number) => void,
): Promise<void> {
  let last = performance.now();
  const lap = (stage: Stage): void => {
    const now = performance.now();
    take(stage, now - last);
    last = now;
  };
  const rasters = await pageRasters({ kind: 'encoded', bytes, page: 0 });
  lap('decode');
  const identity = await identifyPage(rasters, async () => ({ layout, latestVersion: layout.version }));
  lap('identify-and-register');
  if (identity.kind !== 'known') throw new Error('a page of the bench was not identified');
  uprightImage(rasters.working, 0);
  lap('screen-image');
  readSheet(rasters.working, identity);
  lap('ink');
}
