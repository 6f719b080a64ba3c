import type { Registration } from '#shared/contract/registrations.ts';
import type { Tone } from '../../ui/Badge.tsx';

interface Words {
  label: string;
  tone: Tone;
}

export const STATUS_WORDS: Record<Registration['status'], Words> = {
  awaitingReturn: { label: 'Confirmation attendue', tone: 'warning' },
  returned: { label: 'Confirmation rendue', tone: 'good' },
  withdrawn: { label: 'Désinscrit', tone: 'danger' },
};

export const SYNC_WORDS: Record<Registration['syncState'], Words> = {
  pending: { label: 'À envoyer', tone: 'neutral' },
  sent: { label: 'Envoyé', tone: 'info' },
  acknowledged: { label: 'Reçu par le centre', tone: 'good' },
  refused: { label: 'Refusé par le centre', tone: 'danger' },
};
