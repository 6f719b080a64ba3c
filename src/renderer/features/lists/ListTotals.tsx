import { EXAMS } from '#shared/contract/answers.ts';
import type { CommandOutput } from '#shared/contract/index.ts';
import { STATUSES } from '#shared/contract/registrations.ts';
import { EXAM_SHORT_LABELS, STATUS_LABELS } from '#shared/fields/stringify.ts';
import { counted } from '#shared/sentences/counted.ts';

type Totals = CommandOutput<'registrations.list'>['totals'];

const COUNT = new Intl.NumberFormat('fr-FR');

/** How many the list holds, and of what. */
export function ListTotals({ total, totals }: { total: number; totals: Totals }) {
  const sum = (isCounted: (line: Totals[number]) => boolean) =>
    totals.filter(isCounted).reduce((all, { count }) => all + count, 0);
  const parts = [
    ...EXAMS.map((exam) => ({ label: EXAM_SHORT_LABELS[exam], count: sum((line) => line.exam === exam) })),
    ...STATUSES.map((status) => ({
      label: STATUS_LABELS[status],
      count: sum((line) => line.status === status),
    })),
  ].filter(({ count }) => count > 0);
  return (
    <div className="list-totals" role="status" aria-label="Totaux">
      <strong>{counted(total, 'inscription')}</strong>
      {parts.map(({ label, count }) => (
        <span key={label}>
          {label} <b>{COUNT.format(count)}</b>
        </span>
      ))}
    </div>
  );
}
