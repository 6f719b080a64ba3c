import { useState } from 'react';
import type { CommandOutput } from '#shared/contract/index.ts';
import type { LetterKind, LetterRefusal } from '#shared/contract/letters.ts';
import { mayOverride } from '#shared/rights.ts';
import { LETTER_LABELS, letterRefusalSentence } from '#shared/sentences/letter-sentences.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { useCommand } from '../../host/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { useSay } from '../../ui/StatusProvider.tsx';
import { useRole } from '../station/index.ts';
import { ForcedReminder } from './ForcedReminder.tsx';

interface LetterChoicesProps {
  number: string;
  choices: CommandOutput<'letters.list'>['choices'];
  onIssued(id: string): void;
}

/** A file that did not end has no letter of an end: saying so would only be noise. */
const SELF_EVIDENT: ReadonlySet<LetterRefusal> = new Set([
  'notCancelled',
  'notExcluded',
  'notWithdrawn',
  'noSpecificNotice',
]);

/** What may be written now, one button each; what may not, with the reason. */
export function LetterChoices({ number, choices, onIssued }: LetterChoicesProps) {
  const issue = useCommand('letters.issue');
  const say = useSay();
  const role = useRole();
  const [isForcing, setIsForcing] = useState(false);
  const write = (kind: LetterKind, forcedReason?: string) =>
    issue.mutate(
      { number, kind, forcedReason },
      {
        onSuccess: ({ id }) => {
          setIsForcing(false);
          onIssued(id);
          say(`${LETTER_LABELS[kind]} : lettre établie et archivée.`);
        },
      },
    );
  const possible = choices.filter(({ refusal }) => refusal === null);
  const refused = choices.flatMap(({ kind, refusal }) =>
    refusal === null || SELF_EVIDENT.has(refusal) ? [] : [{ kind, refusal }],
  );
  const mayForce = mayOverride(role) && refused.some(({ refusal }) => refusal === 'remindersOff');
  return (
    <Section title="Établir une lettre">
      <div className="actions">
        {possible.map(({ kind }) => (
          <Button key={kind} isPending={issue.isPending} onPress={() => write(kind)}>
            {LETTER_LABELS[kind]}
          </Button>
        ))}
        {mayForce && (
          <Button variant="quiet" onPress={() => setIsForcing(true)}>
            Relancer malgré la notice…
          </Button>
        )}
      </div>
      <RefusedLetters refused={refused} />
      {issue.error && <ErrorNotice error={issue.error} />}
      <ForcedReminder
        isOpen={isForcing}
        isPending={issue.isPending}
        onClose={() => setIsForcing(false)}
        onConfirm={(reason) => write('reminder', reason)}
      />
    </Section>
  );
}

function RefusedLetters({ refused }: { refused: readonly { kind: LetterKind; refusal: LetterRefusal }[] }) {
  return (
    <ul className="plain-list">
      {refused.map(({ kind, refusal }) => (
        <li key={kind} className="quiet">
          {LETTER_LABELS[kind]} : {letterRefusalSentence(refusal)}
        </li>
      ))}
    </ul>
  );
}
