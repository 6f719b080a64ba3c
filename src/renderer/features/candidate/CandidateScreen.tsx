import { useState } from 'react';
import type { Candidate } from '#shared/contract/candidates.ts';
import { countryName, frenchDate } from '#shared/fields/stringify.ts';
import { groupCandidateNumber } from '#shared/rules/registration-number.ts';
import { Loaded } from '../../host/Loaded.tsx';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { navigate } from '../../host/useRoute.ts';
import { Button } from '../../ui/Button.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Section } from '../../ui/Section.tsx';
import { REGISTRATION_COLUMNS } from './registration-columns.tsx';
import { ReRegistration } from './ReRegistration.tsx';

/** A person over the sessions: every registration, those that ended too, and the way to a new one. */
export function CandidateScreen({ candidateNumber }: { candidateNumber: string }) {
  const candidate = useCommandQuery('candidates.get', { candidateNumber });
  return <Loaded query={candidate}>{(found) => <Person candidate={found} />}</Loaded>;
}

function Person({ candidate }: { candidate: Candidate }) {
  const { candidateNumber, identification, registrations } = candidate;
  const { birthName, givenNames, birthDate, birthTown, birthCountry } = identification;
  const [isReturning, setIsReturning] = useState(false);
  const birthPlace = birthCountry === 'FR' ? birthTown : `${birthTown} (${countryName(birthCountry)})`;
  return (
    <div className="page">
      <PageHeader
        title={`${birthName} ${givenNames}`}
        subtitle={`N° candidat ${groupCandidateNumber(candidateNumber)} · né(e) le ${frenchDate(birthDate)} à ${birthPlace}`}
        actions={
          <Button variant="primary" keys="F2" isDisabled={isReturning} onPress={() => setIsReturning(true)}>
            Réinscrire
          </Button>
        }
      />
      {isReturning && (
        <ReRegistration candidateNumber={candidateNumber} onClose={() => setIsReturning(false)} />
      )}
      <Section title="Inscriptions, par session">
        <div className="table-scroll">
          <DataTable
            label="Inscriptions"
            columns={REGISTRATION_COLUMNS}
            items={registrations}
            keyOf={(item) => item.registrationNumber}
            onOpen={(item) => navigate({ screen: 'dossier', number: item.registrationNumber })}
            empty={null}
          />
        </div>
      </Section>
    </div>
  );
}
