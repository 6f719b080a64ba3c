import { useState } from 'react';
import type { AuditFilters } from '#shared/contract/audit.ts';
import { Loaded } from '../../host/Loaded.tsx';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Section } from '../../ui/Section.tsx';
import { AuditActs } from './AuditActs.tsx';
import { AuditFilterBar } from './AuditFilterBar.tsx';
import { AuditKeeping } from './AuditKeeping.tsx';
import { AUDIT_COLUMNS } from './audit-columns.tsx';

const PAGE = 100;

/** Who did and who saw what: for the auditor and the head of bureau. Nothing here can be changed. */
export function AuditPanel() {
  const [filters, setFilters] = useState<AuditFilters>({});
  const [limit, setLimit] = useState(PAGE);
  const log = useCommandQuery('audit.list', { ...filters, limit }, { keepPrevious: true, isFresh: true });
  const narrow = (next: AuditFilters) => {
    setFilters(next);
    setLimit(PAGE);
  };
  return (
    <div className="step-body">
      <Loaded query={log}>
        {({ entries, hasMore, clerks, keepMonths }) => (
          <>
            <AuditActs filters={filters} />
            <Section title="Ce qui a été fait et consulté">
              <div className="step-body">
                <AuditFilterBar filters={filters} clerks={clerks} onChange={narrow} />
                <DataTable
                  label="Journal"
                  columns={AUDIT_COLUMNS}
                  items={entries}
                  keyOf={({ id }) => String(id)}
                  empty={<EmptyState title="Aucune ligne pour ces filtres." />}
                />
                {hasMore && limit < 1_000 && (
                  <div className="actions">
                    <Button
                      isPending={log.isFetching}
                      onPress={() => setLimit(Math.min(1_000, limit + PAGE))}
                    >
                      Lignes plus anciennes
                    </Button>
                  </div>
                )}
                {hasMore && limit >= 1_000 && (
                  <p className="quiet">Précisez les filtres, ou exportez, pour voir plus loin.</p>
                )}
              </div>
            </Section>
            <AuditKeeping key={keepMonths} keepMonths={keepMonths} />
          </>
        )}
      </Loaded>
    </div>
  );
}
