import { STATUS_LABELS } from '#shared/fields/stringify.ts';
import { formatVersion, groupRegistrationNumber } from '#shared/rules/registration-number.ts';
import { VERDICT_LABELS, groundSentence } from '#shared/sentences/file-sentences.ts';
import { formatRoute } from '../../host/route.ts';
import { Badge } from '../../ui/Badge.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Section } from '../../ui/Section.tsx';
import { VERDICT_TONES } from '../pieces/index.ts';
import type { MailRecord } from './useMailForm.ts';

/** The letters of this sitting, newest first: each with what the rule says of it. */
export function RecordedMail({ recorded }: { recorded: readonly MailRecord[] }) {
  return (
    <Section title="Notés à l’instant">
      {recorded.length === 0 && (
        <EmptyState title="Rien encore. Entrée note le retour, puis passe au suivant." />
      )}
      <ul className="plain-list">
        {recorded.map((record) => (
          <li key={record.id} className="return-line">
            <Badge tone={VERDICT_TONES[record.verdict]}>{VERDICT_LABELS[record.verdict]}</Badge>
            <span>
              <a href={formatRoute({ screen: 'dossier', number: record.registrationNumber })}>
                {record.name}
              </a>{' '}
              <span className="quiet">
                {groupRegistrationNumber(record.registrationNumber)} · version {formatVersion(record.version)}{' '}
                · {groundSentence(record)}
                {record.superseded && ' · version périmée : une nouvelle signature est nécessaire'}
                {record.unforeseenModality && ' · mode de retour non prévu par la campagne'}
              </span>
            </span>
            <span className="quiet">{STATUS_LABELS[record.status]}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
