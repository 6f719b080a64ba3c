import type { PageReading } from '#shared/contract/page-reading.ts';
import type { ReturnedPage } from '#shared/contract/returned-pages.ts';
import type { Tone } from '../../ui/Badge.tsx';

export const STATUS_WORDS: Record<PageReading['status'], { label: string; tone: Tone }> = {
  matched: { label: 'Reconnue', tone: 'good' },
  superseded: { label: 'Version périmée', tone: 'danger' },
  duplicate: { label: 'En double', tone: 'warning' },
  foreign: { label: 'Autre document', tone: 'warning' },
  unidentified: { label: 'Non identifiée', tone: 'danger' },
  unreadable: { label: 'Illisible', tone: 'danger' },
};

export const DECISION_WORDS: Record<ReturnedPage['decision'], { label: string; tone: Tone }> = {
  pending: { label: 'À traiter', tone: 'info' },
  asked: { label: 'Second regard', tone: 'info' },
  accepted: { label: 'Acceptée', tone: 'good' },
  refused: { label: 'Refusée', tone: 'danger' },
};
