import type { SYNC_STATES } from '../contract/lists.ts';

export const SYNC_LABELS: Record<(typeof SYNC_STATES)[number], string> = {
  pending: 'À envoyer',
  acknowledged: 'Reçu par le centre',
  refused: 'Refusé par le centre',
};
