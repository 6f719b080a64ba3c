import type { Registration } from '#shared/contract/registrations.ts';
import { STATUS_LABELS } from '#shared/fields/stringify.ts';
import type { Tone } from '../../ui/Badge.tsx';

interface Words {
  label: string;
  tone: Tone;
}

export const STATUS_WORDS: Record<Registration['status'], Words> = {
  awaitingReturn: { label: STATUS_LABELS.awaitingReturn, tone: 'warning' },
  returned: { label: STATUS_LABELS.returned, tone: 'info' },
  complete: { label: STATUS_LABELS.complete, tone: 'good' },
  withdrawn: { label: STATUS_LABELS.withdrawn, tone: 'danger' },
  cancelled: { label: STATUS_LABELS.cancelled, tone: 'danger' },
  excluded: { label: STATUS_LABELS.excluded, tone: 'danger' },
};

export const SYNC_WORDS: Record<Registration['syncState'], Words> = {
  pending: { label: 'À envoyer', tone: 'neutral' },
  sent: { label: 'Envoyé', tone: 'info' },
  acknowledged: { label: 'Reçu par le centre', tone: 'good' },
  refused: { label: 'Refusé par le centre', tone: 'danger' },
};
