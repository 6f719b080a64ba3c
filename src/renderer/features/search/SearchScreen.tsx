import { memo, useState } from 'react';
import type { FoundRegistration } from '#shared/contract/registrations.ts';
import { Loaded } from '../../host/Loaded.tsx';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { navigate } from '../../host/useRoute.ts';
import { Button } from '../../ui/Button.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Section } from '../../ui/Section.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { SEARCH_COLUMNS } from './search-columns.tsx';

/** Search comes before any creation: a repeater keeps the old candidate number (S2-04). */
export function SearchScreen() {
  const [query, setQuery] = useState('');
  const searched = query.trim();
  const found = useCommandQuery('registrations.search', { query: searched }, { keepPrevious: true });
  const hasSearched = searched !== '';
  return (
    <div className="page">
      <PageHeader
        title="Candidat"
        subtitle="Cherchez la personne avant de créer une inscription."
        actions={<NewRegistrationButton isDisabled={!hasSearched} />}
      />
      <Section title="Recherche">
        <TextField
          label="Nom et prénom, date de naissance, numéro, téléphone ou adresse électronique"
          description="Dans n’importe quel ordre, même inachevés ; une faute de frappe est admise. N° inscription, n° candidat ou ancien n° du relevé."
          type="search"
          value={query}
          onChange={setQuery}
          autoFocus
        />
      </Section>
      <Section title={hasSearched ? 'Inscriptions trouvées' : 'Dernières inscriptions'}>
        <Loaded query={found}>
          {(items) => (
            // Rows of the letters before, until those of these letters come.
            <div aria-busy={found.isPlaceholderData}>
              <Results items={items} query={searched} />
            </div>
          )}
        </Loaded>
      </Section>
    </div>
  );
}

function NewRegistrationButton({ isDisabled }: { isDisabled: boolean }) {
  return (
    <Button
      variant="primary"
      keys="F2"
      isDisabled={isDisabled}
      onPress={() => navigate({ screen: 'registration', draftId: crypto.randomUUID() })}
    >
      Nouvelle inscription
    </Button>
  );
}

/** As many as a screen holds: drawing more at each letter would make the next one wait. */
const FIRST_ROWS = 12;

interface ResultsProps {
  items: readonly FoundRegistration[];
  query: string;
}

/** Drawn when rows come, not at each letter typed meanwhile: only a search without result names what was searched. */
const Results = memo(
  FoundRows,
  (before, now) => before.items === now.items && (now.items.length > 0 || before.query === now.query),
);

function FoundRows({ items, query }: ResultsProps) {
  const [wholeFor, setWholeFor] = useState<string>();
  const shown = wholeFor === query ? items : items.slice(0, FIRST_ROWS);
  return (
    <>
      <div className="table-scroll">
        <DataTable
          label="Inscriptions"
          columns={SEARCH_COLUMNS}
          items={shown}
          keyOf={(item) => item.registrationNumber}
          onOpen={(item) => navigate({ screen: 'dossier', number: item.registrationNumber })}
          empty={<NobodyFound query={query} />}
        />
      </div>
      {shown.length < items.length && (
        <div className="actions">
          <Button keys="Alt+N" onPress={() => setWholeFor(query)}>
            Voir les suivantes
          </Button>
          {query !== '' && (
            <span className="quiet">Un prénom ou une date de naissance de plus, et la liste se réduit.</span>
          )}
        </div>
      )}
    </>
  );
}

function NobodyFound({ query }: { query: string }) {
  return (
    <EmptyState
      title={query === '' ? 'Aucune inscription dans ce poste.' : `Personne ne correspond à « ${query} ».`}
    >
      {query !== '' && <p>Vérifiez l’orthographe sur la pièce d’identité, puis créez l’inscription (F2).</p>}
    </EmptyState>
  );
}
