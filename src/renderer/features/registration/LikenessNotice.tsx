import { useState } from 'react';
import type { Likeness } from '#shared/contract/registrations.ts';
import { frenchDate } from '#shared/fields/stringify.ts';
import { groupCandidateNumber } from '#shared/rules/registration-number.ts';
import { likenessSentence } from '#shared/sentences/likeness-sentences.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { usePerson } from './PersonContext.tsx';
import { PrefillDialog } from './PrefillDialog.tsx';
import { SOMEBODY_ELSE } from './usePersonChoice.ts';

/** Somebody known who may be this person. The clerk decides; nothing is merged by itself. */
export function LikenessNotice({ likenesses }: { likenesses: readonly Likeness[] }) {
  const { candidate, choose, takeUp } = usePerson();
  const [opened, setOpened] = useState<string>();
  if (candidate !== undefined)
    return <ChosenPerson candidate={candidate} onUndo={() => choose?.(undefined)} />;
  if (likenesses.length === 0) return null;
  return (
    <Notice tone="warning" title="Cette personne est peut-être déjà connue">
      <ul className="plain-list">
        {likenesses.map((likeness) => (
          <li key={likeness.candidateNumber}>
            <LikenessLine likeness={likeness} />
            <div className="actions">
              {takeUp && (
                <Button onPress={() => setOpened(likeness.candidateNumber)}>C’est la même personne</Button>
              )}
              {choose && likeness.causes.includes('sameIdentity') && (
                <Button variant="quiet" onPress={() => choose(SOMEBODY_ELSE)}>
                  C’est une autre personne
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {opened !== undefined && (
        <PrefillDialog
          candidateNumber={opened}
          onClose={() => setOpened(undefined)}
          onTakeUp={(answers) => {
            takeUp?.(opened, answers);
            setOpened(undefined);
          }}
        />
      )}
    </Notice>
  );
}

function ChosenPerson({ candidate, onUndo }: { candidate: string; onUndo(): void }) {
  const isSomebodyElse = candidate === SOMEBODY_ELSE;
  const title = isSomebodyElse
    ? 'Une autre personne que celles déjà connues : elle aura son propre n° candidat.'
    : `Inscription du candidat n° ${groupCandidateNumber(candidate)} : son identité est reprise et ne change pas ici.`;
  return (
    <Notice tone="info" title={title}>
      <p>
        <Button variant="link" onPress={onUndo}>
          {isSomebodyElse ? 'Revoir ce choix' : 'Ce n’est pas cette personne'}
        </Button>
      </p>
    </Notice>
  );
}

function LikenessLine({ likeness }: { likeness: Likeness }) {
  const { birthName, givenNames, birthDate, candidateNumber, examYear, causes } = likeness;
  return (
    <>
      <strong>
        {birthName} {givenNames}
      </strong>
      , né(e) le {frenchDate(birthDate)}, n° candidat {groupCandidateNumber(candidateNumber)}, session{' '}
      {examYear}. {causes.map(likenessSentence).join(' ')}{' '}
    </>
  );
}
