import type { FoundRegistration } from '#shared/contract/registrations.ts';
import { EXAM_SHORT_LABELS, frenchDate } from '#shared/fields/stringify.ts';
import { groupCandidateNumber, groupRegistrationNumber } from '#shared/rules/registration-number.ts';
import { Badge } from '../../ui/Badge.tsx';
import type { TableColumn } from '../../ui/DataTable.tsx';
import { STATUS_WORDS } from '../dossier/index.ts';

export const SEARCH_COLUMNS: TableColumn<FoundRegistration>[] = [
  { id: 'name', title: 'Nom et prénom', render: (item) => <FoundName item={item} /> },
  { id: 'birthDate', title: 'Né(e) le', isCompact: true, render: (item) => frenchDate(item.birthDate) },
  { id: 'session', title: 'Session', isCompact: true, render: (item) => item.examYear },
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
  {
    id: 'status',
    title: 'Papier',
    isCompact: true,
    render: (item) => <Badge tone={STATUS_WORDS[item.status].tone}>{STATUS_WORDS[item.status].label}</Badge>,
  },
];

/** The names as they are written, and whether they only come near what was typed. */
function FoundName({ item }: { item: FoundRegistration }) {
  return (
    <>
      {item.birthName} {item.givenNames}
      {item.usageName !== '' && <span className="quiet"> · usage {item.usageName}</span>}
      {item.isApproximate && <span className="quiet"> · orthographe proche</span>}
    </>
  );
}
