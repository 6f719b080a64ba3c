import { renderPages } from '../render-pages.ts';
import { createMeasure } from '../typeface.ts';
import { layoutSlip } from './layout-slip.ts';
import type { SlipContent } from './slip-content.ts';

export type { SlipContent } from './slip-content.ts';

export function renderSlipPdf(content: SlipContent, issuedAtMs: number): Promise<Uint8Array> {
  return renderPages(layoutSlip(content, createMeasure()), {
    title: `Bordereau de transmission ${content.slipNumber}`,
    issuedAtMs,
    author: content.serviceName,
  });
}
