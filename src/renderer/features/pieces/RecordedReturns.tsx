import type { RecordedReturn } from '#shared/contract/mail.ts';
import { formatVersion } from '#shared/rules/registration-number.ts';
import { frenchLocal } from '#shared/sentences/french-dates.ts';
import { MODALITY_LABELS, VERDICT_LABELS, groundSentence } from '#shared/sentences/file-sentences.ts';
import { Loaded } from '../../host/Loaded.tsx';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { Badge, type Tone } from '../../ui/Badge.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Section } from '../../ui/Section.tsx';
import { AdmitButton } from './AdmitButton.tsx';
import { SignedCopyButton } from './SignedCopyButton.tsx';

export const VERDICT_TONES: Record<RecordedReturn['verdict'], Tone> = {
  onTime: 'good',
  late: 'danger',
  notYetOpen: 'info',
  unknown: 'warning',
};

/** Each confirmation that came back, late ones and old versions included: nothing is ever dropped. */
export function RecordedReturns({ number }: { number: string }) {
  const returns = useCommandQuery('returns.ofFile', { number });
  return (
    <Section title="Retours de la confirmation">
      <Loaded query={returns}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState title="Aucun retour noté." />
          ) : (
            <ul className="plain-list">
              {list.map((kept) => (
                <li key={kept.id} className="return-line">
                  <Badge tone={VERDICT_TONES[kept.verdict]}>{VERDICT_LABELS[kept.verdict]}</Badge>
                  <span>
                    Version {formatVersion(kept.version)}, {MODALITY_LABELS[kept.modality].toLowerCase()},
                    reçue le {frenchLocal(kept.receivedOn)}
                    {kept.postmarkedOn !== undefined && `, cachet du ${frenchLocal(kept.postmarkedOn)}`}
                    <span className="quiet"> · {returnNotes(kept).join(' · ')}</span>
                  </span>
                  {kept.hasScan && <SignedCopyButton number={number} kept={kept} />}
                  {kept.verdict === 'late' && kept.admittedReason === null && !kept.superseded && (
                    <AdmitButton number={number} />
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}

function returnNotes(kept: RecordedReturn): string[] {
  return [
    groundSentence(kept),
    kept.signed ? '' : 'non signée',
    kept.dated ? '' : 'non datée',
    kept.superseded ? 'version périmée : une nouvelle signature est nécessaire' : '',
    kept.unforeseenModality ? 'mode de retour non prévu par la campagne' : '',
    kept.admittedReason === null ? '' : `admise : ${kept.admittedReason}`,
    kept.agent,
  ].filter(Boolean);
}
