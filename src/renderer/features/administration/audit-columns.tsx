import type { AuditEntry } from '#shared/contract/audit.ts';
import { operationWords, outcomeWords } from '#shared/sentences/audit-sentences.ts';
import { Badge } from '../../ui/Badge.tsx';
import type { TableColumn } from '../../ui/DataTable.tsx';

const MOMENT = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'short', timeStyle: 'medium' });

export const AUDIT_COLUMNS: TableColumn<AuditEntry>[] = [
  { id: 'id', title: 'N°', isCompact: true, render: ({ id }) => id },
  { id: 'at', title: 'Le', isCompact: true, render: ({ atMs }) => MOMENT.format(atMs) },
  { id: 'clerk', title: 'Agent', render: ({ clerkName, clerkId }) => clerkName ?? clerkId },
  { id: 'operation', title: 'Opération', render: ({ operation }) => operationWords(operation) },
  { id: 'reference', title: 'Référence', isCompact: true, render: ({ reference }) => reference ?? '' },
  {
    id: 'outcome',
    title: 'Issue',
    isCompact: true,
    render: ({ outcome }) =>
      outcome === 'done' ? outcomeWords(outcome) : <Badge tone="warning">{outcomeWords(outcome)}</Badge>,
  },
];
