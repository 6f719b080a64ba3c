import type { ImportedList } from '#shared/contract/reference-import.ts';
import { Loaded } from '../../host/Loaded.tsx';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { DataTable, type TableColumn } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Section } from '../../ui/Section.tsx';
import { LIST_LABELS } from './list-words.ts';

const importedAt = new Intl.DateTimeFormat('fr', { dateStyle: 'short', timeStyle: 'short' });

const COLUMNS: TableColumn<ImportedList>[] = [
  { id: 'list', title: 'Liste', render: ({ kind }) => LIST_LABELS[kind] },
  { id: 'count', title: 'Entrées', isCompact: true, render: ({ entryCount }) => entryCount },
  { id: 'imported', title: 'Dont importées', isCompact: true, render: ({ importedCount }) => importedCount },
  {
    id: 'last',
    title: 'Dernier fichier',
    render: ({ lastImport }) =>
      lastImport === null ? (
        <span className="quiet">livrée avec le programme</span>
      ) : (
        `${lastImport.fileName}, ${importedAt.format(lastImport.importedAtMs)}, ${lastImport.importedBy}`
      ),
  },
];

/** Where each list of this station comes from. */
export function LoadedLists() {
  const lists = useCommandQuery('reference.lists', {});
  return (
    <Section title="Listes de ce poste">
      <Loaded query={lists}>
        {(found) => (
          <DataTable
            label="Listes de ce poste"
            columns={COLUMNS}
            items={found}
            keyOf={({ kind }) => kind}
            empty={<EmptyState title="Aucune liste." />}
          />
        )}
      </Loaded>
    </Section>
  );
}
