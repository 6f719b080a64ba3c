import { useState } from 'react';
import type { Exam } from '#shared/contract/answers.ts';
import type { Specialty } from '#shared/contract/reference.ts';
import { EXAM_LABELS } from '#shared/fields/stringify.ts';
import { Loaded } from '../../host/Loaded.tsx';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { DataTable, type TableColumn } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Section } from '../../ui/Section.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';

const EXAM_OPTIONS = Object.entries(EXAM_LABELS).map(([value, label]) => ({ value, label }));
const MOST_SHOWN = 60;

const COLUMNS: TableColumn<Specialty>[] = [
  { id: 'label', title: 'Spécialité', render: ({ label }) => label },
  { id: 'code', title: 'Code', isCompact: true, render: ({ code }) => code },
  { id: 'sessions', title: 'Sessions', isCompact: true, render: sessionWords },
  {
    id: 'successor',
    title: 'Remplacée par',
    isCompact: true,
    render: ({ successorCode = '' }) => successorCode,
  },
  { id: 'family', title: 'Famille de métiers', render: ({ family = '' }) => family },
];

/** The specialties of an exam, whatever their session: to check what the list says of one. */
export function SpecialtySearch() {
  const [exam, setExam] = useState<Exam>('cap');
  const [query, setQuery] = useState('');
  const found = useCommandQuery('reference.specialties', { exam, query }, { keepPrevious: true });
  return (
    <Section title="Spécialités">
      <div className="form-grid">
        <Select
          label="Examen"
          options={EXAM_OPTIONS}
          value={exam}
          onChange={(value) => setExam(value as Exam)}
        />
        <TextField label="Premiers mots ou code" type="search" isRequired value={query} onChange={setQuery} />
      </div>
      <Loaded query={found}>{(specialties) => <SpecialtyTable specialties={specialties} />}</Loaded>
    </Section>
  );
}

function SpecialtyTable({ specialties }: { specialties: readonly Specialty[] }) {
  const shown = specialties.slice(0, MOST_SHOWN);
  const left = specialties.length - shown.length;
  return (
    <>
      <DataTable
        label="Spécialités"
        columns={COLUMNS}
        items={shown}
        keyOf={({ code }) => code}
        empty={<EmptyState title="Aucune spécialité ne correspond." />}
      />
      {left > 0 && <p className="quiet">{left} autres : précisez la recherche.</p>}
    </>
  );
}

function sessionWords({ firstSession, lastSession, extraSession }: Specialty): string {
  const span = `${firstSession ?? ''}–${lastSession ?? ''}`;
  return extraSession === undefined ? span : `${span}, puis ${extraSession}`;
}
