import type { ListRow, ListSort } from '#shared/contract/lists.ts';
import { SYNC_LABELS } from '#shared/fields/list-labels.ts';
import { EXAM_SHORT_LABELS, frenchDate } from '#shared/fields/stringify.ts';
import { formatVersion, groupRegistrationNumber } from '#shared/rules/registration-number.ts';
import { Badge } from '../../ui/Badge.tsx';
import type { TableColumn } from '../../ui/DataTable.tsx';
import { STATUS_WORDS } from '../dossier/index.ts';

export interface GridColumn extends TableColumn<ListRow> {
  /** What the list is sorted by under this title, if it may be. */
  sort?: ListSort['by'];
  widthPx: number;
}

const MOMENT = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'short', timeStyle: 'short' });

export const GRID_COLUMNS: readonly GridColumn[] = [
  {
    id: 'name',
    title: 'Nom et prénom',
    sort: 'name',
    widthPx: 230,
    render: ({ birthName, usageName, givenNames }) =>
      `${birthName}${usageName === '' ? '' : ` (${usageName})`} ${givenNames}`,
  },
  { id: 'birthDate', title: 'Né(e) le', widthPx: 95, render: ({ birthDate }) => frenchDate(birthDate) },
  {
    id: 'number',
    title: 'N° inscription',
    sort: 'number',
    widthPx: 165,
    render: ({ registrationNumber }) => groupRegistrationNumber(registrationNumber),
  },
  { id: 'version', title: 'Version', widthPx: 75, render: ({ version }) => formatVersion(version) },
  {
    id: 'specialty',
    title: 'Examen et spécialité',
    sort: 'specialty',
    widthPx: 270,
    render: ({ exam, specialtyLabel }) => `${EXAM_SHORT_LABELS[exam]} ${specialtyLabel}`,
  },
  {
    id: 'status',
    title: 'État',
    sort: 'status',
    widthPx: 200,
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
    widthPx: 135,
    render: ({ registeredAtMs }) => MOMENT.format(registeredAtMs),
  },
  { id: 'clerk', title: 'Agent', widthPx: 130, render: ({ clerk }) => clerk },
  { id: 'sync', title: 'Envoi', widthPx: 145, render: ({ syncState }) => SYNC_LABELS[syncState] },
];
