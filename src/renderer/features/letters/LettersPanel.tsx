import { useState } from 'react';
import type { Letter } from '#shared/contract/letters.ts';
import { LETTER_LABELS } from '#shared/sentences/letter-sentences.ts';
import { Loaded } from '../../host/Loaded.tsx';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { DataTable, type TableColumn } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Section } from '../../ui/Section.tsx';
import { LetterChoices } from './LetterChoices.tsx';
import { LetterPreview } from './LetterPreview.tsx';

const MOMENT = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short' });

const COLUMNS: TableColumn<Letter>[] = [
  {
    id: 'kind',
    title: 'Lettre',
    render: ({ kind, rank }) => (
      <strong>
        {rank} · {LETTER_LABELS[kind]}
      </strong>
    ),
  },
  { id: 'at', title: 'Établie le', render: ({ issuedAtMs }) => MOMENT.format(issuedAtMs) },
  { id: 'by', title: 'Par', render: ({ issuedBy }) => issuedBy },
];

/** The letters of a file: which may be written now, which were, and the one that is looked at. */
export function LettersPanel({ number }: { number: string }) {
  const list = useCommandQuery('letters.list', { number });
  const [opened, setOpened] = useState<string>();
  return (
    <Loaded query={list}>
      {({ letters, choices }) => (
        <div className="step-body">
          <LetterChoices number={number} choices={choices} onIssued={setOpened} />
          {opened !== undefined && <LetterPreview id={opened} />}
          <Section title="Lettres établies">
            <DataTable
              label="Lettres établies"
              columns={COLUMNS}
              items={letters}
              keyOf={({ id }) => id}
              onOpen={({ id }) => setOpened(id)}
              empty={<EmptyState title="Aucune lettre n’a été établie pour ce dossier." />}
            />
          </Section>
        </div>
      )}
    </Loaded>
  );
}
