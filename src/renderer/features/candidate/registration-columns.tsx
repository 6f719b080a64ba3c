import type { CandidateRegistration } from '#shared/contract/candidates.ts';
import { EXAM_SHORT_LABELS } from '#shared/fields/stringify.ts';
import { formatVersion, groupRegistrationNumber } from '#shared/rules/registration-number.ts';
import { Badge } from '../../ui/Badge.tsx';
import type { TableColumn } from '../../ui/DataTable.tsx';
import { STATUS_WORDS } from '../dossier/index.ts';

export const REGISTRATION_COLUMNS: TableColumn<CandidateRegistration>[] = [
  { id: 'session', title: 'Session', isCompact: true, render: (item) => item.examYear },
  { id: 'exam', title: 'Examen', render: (item) => `${EXAM_SHORT_LABELS[item.exam]} ${item.specialtyLabel}` },
  {
    id: 'number',
    title: 'N° inscription',
    isCompact: true,
    render: (item) => groupRegistrationNumber(item.registrationNumber),
  },
  { id: 'version', title: 'Version', isCompact: true, render: (item) => formatVersion(item.version) },
  {
    id: 'status',
    title: 'État',
    isCompact: true,
    render: (item) => <Badge tone={STATUS_WORDS[item.status].tone}>{STATUS_WORDS[item.status].label}</Badge>,
  },
];
