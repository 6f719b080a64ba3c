import type { ListRow, ListSort } from '#shared/contract/lists.ts';
import { EXAM_SHORT_LABELS, frenchDate } from '#shared/fields/stringify.ts';
import { groupRegistrationNumber } from '#shared/rules/registration-number.ts';
import { Badge } from '../../ui/Badge.tsx';
import type { TableColumn } from '../../ui/DataTable.tsx';
import { STATUS_WORDS } from '../dossier/index.ts';

export interface GridColumn extends TableColumn<ListRow> {
  /** What the list is sorted by under this title, if it may be. */
  sort?: ListSort['by'];
  /** Pixels, or a share of what the others leave. */
  width: number | `${number}fr`;
  minWidthPx?: number;
}

const MOMENT = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'short', timeStyle: 'short' });

/** Short, for a narrow column: the filter says them whole. */
const SYNC_SHORT: Record<ListRow['syncState'], string> = {
  pending: 'À envoyer',
  acknowledged: 'Reçu',
  refused: 'Refusé',
};

export const GRID_COLUMNS: readonly GridColumn[] = [
  {
    id: 'name',
    title: 'Nom et prénom',
    sort: 'name',
    width: '1.4fr',
    minWidthPx: 170,
    render: ({ birthName, usageName, givenNames }) =>
      `${birthName}${usageName === '' ? '' : ` (${usageName})`} ${givenNames}`,
  },
  { id: 'birthDate', title: 'Né(e) le', width: 100, render: ({ birthDate }) => frenchDate(birthDate) },
  {
    id: 'number',
    title: 'N° inscription',
    sort: 'number',
    width: 172,
    render: ({ registrationNumber }) => groupRegistrationNumber(registrationNumber),
  },
  {
    id: 'specialty',
    title: 'Examen et spécialité',
    sort: 'specialty',
    width: '1fr',
    minWidthPx: 150,
    render: ({ exam, specialtyLabel }) => `${EXAM_SHORT_LABELS[exam]} ${specialtyLabel}`,
  },
  {
    id: 'status',
    title: 'État',
    sort: 'status',
    width: 180,
    render: ({ status, locked, isOnHold }) => (
      <>
        <Badge tone={STATUS_WORDS[status].tone}>{STATUS_WORDS[status].label}</Badge>
        {locked && ' verrouillé'}
        {isOnHold && ' litige'}
      </>
    ),
  },
  {
    id: 'registeredAt',
    title: 'Inscrite le',
    sort: 'registeredAt',
    width: 138,
    render: ({ registeredAtMs }) => MOMENT.format(registeredAtMs),
  },
  { id: 'clerk', title: 'Agent', width: 105, render: ({ clerk }) => clerk },
  { id: 'sync', title: 'Envoi', width: 88, render: ({ syncState }) => SYNC_SHORT[syncState] },
];
