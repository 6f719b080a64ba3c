import type { RegistrationSummary } from '#shared/contract/registrations.ts';
import { EXAM_SHORT_LABELS, frenchDate } from '#shared/fields/stringify.ts';
import {
  formatVersion,
  groupCandidateNumber,
  groupRegistrationNumber,
} from '#shared/rules/registration-number.ts';
import { Badge } from '../../ui/Badge.tsx';
import type { TableColumn } from '../../ui/DataTable.tsx';
import { STATUS_WORDS } from '../dossier/index.ts';

export const SEARCH_COLUMNS: TableColumn<RegistrationSummary>[] = [
  { id: 'name', title: 'Nom et prénom', render: (item) => `${item.birthName} ${item.givenNames}` },
  { id: 'birthDate', title: 'Né(e) le', isCompact: true, render: (item) => frenchDate(item.birthDate) },
  { id: 'exam', title: 'Examen', render: (item) => `${EXAM_SHORT_LABELS[item.exam]} ${item.specialtyLabel}` },
  {
    id: 'number',
    title: 'N° inscription',
    isCompact: true,
    render: (item) => groupRegistrationNumber(item.registrationNumber),
  },
  {
    id: 'candidate',
    title: 'N° candidat',
    isCompact: true,
    render: (item) => groupCandidateNumber(item.candidateNumber),
  },
  { id: 'version', title: 'Version', isCompact: true, render: (item) => formatVersion(item.version) },
  {
    id: 'status',
    title: 'Papier',
    isCompact: true,
    render: (item) => <Badge tone={STATUS_WORDS[item.status].tone}>{STATUS_WORDS[item.status].label}</Badge>,
  },
];
