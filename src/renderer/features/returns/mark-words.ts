import type { InkMark } from '#shared/contract/page-reading.ts';
import { labelOf } from '#shared/fields/catalogue.ts';
import { INK_WORDS } from './ink-words.ts';

const SURE = 0.8;

/** A mark in words: its ink, what it touches, and how sure the reader is. */
export function markSentence({ ink, fields, confidence }: InkMark): string {
  const touched = fields.length > 0 ? fields.map(labelOf).join(', ') : 'ne touche aucune rubrique';
  return `${INK_WORDS[ink].label} — ${touched}${confidence < SURE ? ' (peu sûr)' : ''}`;
}
