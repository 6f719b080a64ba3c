import { useState } from 'react';
import type { Slip } from '#shared/contract/portfolios.ts';
import { Loaded } from '../../host/Loaded.tsx';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { DataTable, type TableColumn } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Section } from '../../ui/Section.tsx';
import { SlipPreview } from './SlipPreview.tsx';

const MOMENT = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'short', timeStyle: 'short' });

const COLUMNS: TableColumn<Slip>[] = [
  { id: 'number', title: 'Bordereau', render: ({ slipNumber }) => <strong>{slipNumber}</strong> },
  { id: 'desk', title: 'Portefeuille', render: ({ portfolioTitle }) => portfolioTitle },
  { id: 'count', title: 'Dossiers', isCompact: true, render: ({ entryCount }) => entryCount },
  { id: 'at', title: 'Établi le', isCompact: true, render: ({ issuedAtMs }) => MOMENT.format(issuedAtMs) },
  { id: 'by', title: 'Par', render: ({ issuedBy }) => issuedBy },
];

/** Every slip that was made, newest first, to look at and print again. */
export function SlipList() {
  const slips = useCommandQuery('portfolios.slips', {});
  const [opened, setOpened] = useState<string>();
  return (
    <>
      <Section title="Bordereaux établis">
        <Loaded query={slips}>
          {(list) => (
            <DataTable
              label="Bordereaux établis"
              columns={COLUMNS}
              items={list}
              keyOf={({ id }) => id}
              onOpen={({ id }) => setOpened(id)}
              empty={<EmptyState title="Aucun bordereau n’a été établi sur ce poste." />}
            />
          )}
        </Loaded>
      </Section>
      {opened !== undefined && <SlipPreview id={opened} />}
    </>
  );
}
