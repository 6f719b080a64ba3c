import type { SheetLayout } from '#shared/sheet/layout.ts';
import { renderPages } from '../render-pages.ts';

interface ConfirmationPdfOptions {
  issuedAtMs: number;
  author?: string;
  /** The registration itself. */
  attachment?: { name: string; json: string };
}

/** Draws the layout of a confirmation. */
export function renderConfirmationPdf(
  layout: SheetLayout,
  { attachment, ...options }: ConfirmationPdfOptions,
): Promise<Uint8Array> {
  return renderPages(layout.pages, {
    ...options,
    title: layout.title,
    ...(attachment ? { attachment: { ...attachment, description: 'Inscription telle que saisie' } } : {}),
  });
}
