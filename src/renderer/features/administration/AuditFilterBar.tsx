import type { AuditFilters } from '#shared/contract/audit.ts';
import { operationChoices } from '#shared/sentences/audit-sentences.ts';
import { ChoiceFilter, CommittedText, DayFilter } from '../lists/index.ts';

interface AuditFilterBarProps {
  filters: AuditFilters;
  clerks: readonly { id: string; name: string }[];
  onChange(filters: AuditFilters): void;
}

/** By clerk, operation, reference and day: what an auditor asks. */
export function AuditFilterBar({ filters, clerks, onChange }: AuditFilterBarProps) {
  return (
    <div className="filter-fields">
      <CommittedText
        label="N° ou référence"
        takesFocus={false}
        value={filters.reference ?? ''}
        onCommit={(reference) => onChange({ ...filters, reference: reference || undefined })}
      />
      <ChoiceFilter
        label="Agent"
        options={clerks.map(({ id, name }) => ({ value: id, label: name }))}
        value={filters.clerkId}
        onChange={(clerkId) => onChange({ ...filters, clerkId })}
      />
      <ChoiceFilter
        label="Opération"
        allLabel="Toutes"
        options={operationChoices()}
        value={filters.operation}
        onChange={(operation) => onChange({ ...filters, operation })}
      />
      <DayFilter label="Du" value={filters.from} onChange={(from) => onChange({ ...filters, from })} />
      <DayFilter label="Au" value={filters.until} onChange={(until) => onChange({ ...filters, until })} />
    </div>
  );
}
