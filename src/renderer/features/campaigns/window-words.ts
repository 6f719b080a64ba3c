import type { CampaignSummary } from '#shared/contract/campaigns.ts';
import { frenchLocal } from '#shared/sentences/french-dates.ts';
import type { Tone } from '../../ui/Badge.tsx';

type WindowState = CampaignSummary['exams'][number]['window'];

export function windowBadge(window: WindowState): { label: string; tone: Tone } {
  switch (window.state) {
    case 'open':
      return { label: 'Ouvert', tone: 'good' };
    case 'notOpen':
      return { label: 'À venir', tone: 'info' };
    case 'closed':
      return { label: 'Clos', tone: 'neutral' };
    case 'undated':
      return { label: 'Non fixé', tone: 'warning' };
  }
}

export function windowSentence(window: WindowState): string {
  switch (window.state) {
    case 'open':
      return window.closesAt === null ? 'clôture non fixée' : `jusqu’au ${frenchLocal(window.closesAt)}`;
    case 'notOpen':
      return `ouvre le ${frenchLocal(window.opensAt)}`;
    case 'closed':
      return `depuis le ${frenchLocal(window.closedAt)}`;
    case 'undated':
      return 'aucune période';
  }
}
