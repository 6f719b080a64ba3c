import type { Registration } from '#shared/contract/registrations.ts';
import {
  formatVersion,
  groupCandidateNumber,
  groupRegistrationNumber,
} from '#shared/rules/registration-number.ts';
import { frenchLocal } from '#shared/sentences/french-dates.ts';
import { Badge } from '../../ui/Badge.tsx';
import { STATUS_WORDS, SYNC_WORDS } from './registration-words.ts';

/** The line one looks at first: numbers, version, where the paper and the sending stand, until when. */
export function DossierFacts({ registration }: { registration: Registration }) {
  const status = STATUS_WORDS[registration.status];
  const sync = SYNC_WORDS[registration.syncState];
  const facts = [
    {
      term: 'N° inscription',
      value: <span className="number">{groupRegistrationNumber(registration.registrationNumber)}</span>,
    },
    {
      term: 'N° candidat',
      value: <span className="number">{groupCandidateNumber(registration.candidateNumber)}</span>,
    },
    { term: 'Version', value: formatVersion(registration.version) },
    { term: 'Papier', value: <Badge tone={status.tone}>{status.label}</Badge> },
    { term: 'Envoi', value: <Badge tone={sync.tone}>{sync.label}</Badge> },
    {
      term: 'Clôture',
      value: registration.closesAt === null ? 'non fixée' : frenchLocal(registration.closesAt),
    },
    {
      term: 'Retour au plus tard',
      value: registration.returnDeadline === null ? 'non fixé' : frenchLocal(registration.returnDeadline),
    },
  ];
  return (
    <dl className="facts">
      {facts.map(({ term, value }) => (
        <div key={term} className="answer">
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
