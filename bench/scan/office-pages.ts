import type { SheetLayout } from '#shared/sheet/layout.ts';
import type { TruePage } from '#simulator/plan/truth.ts';
import { scoringSheet } from '../score-scan/scoring-sheets.ts';

/** A page as an office scans it: 300 dpi, colour, JPEG. */
export interface OfficePage {
  name: string;
  bytes: Uint8Array;
  layout: SheetLayout;
  truth: TruePage;
}

/** So many pages with red corrections, and as many without any. */
export async function officePages(ofEach: number): Promise<OfficePage[]> {
  const pages: OfficePage[] = [];
  for (const profile of ['normal', 'clean'] as const) {
    const least = pages.length + ofEach;
    for (let number = 0; pages.length < least; number++) {
      const { images, layout, truth } = await scoringSheet(profile, number);
      for (const [index, { bytes, dpi }] of images.entries()) {
        const page = truth.pages[index];
        const name = `${profile}-${number}-${index}.jpg`;
        if (dpi === 300 && page && pages.length < least) pages.push({ name, bytes, layout, truth: page });
      }
    }
  }
  return pages;
}
