import { useState } from 'react';
import type { OverdueFile } from '#shared/contract/mail.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ManyLettersButton } from '../letters/index.ts';
import { DecisionButton, type Decision } from './DecisionButton.tsx';
import { OverdueTable } from './OverdueTable.tsx';

interface OverdueFilesProps {
  files: readonly OverdueFile[];
  hasMore: boolean;
  decision: Decision;
  nothing: string;
  /** What to bear in mind before deciding. */
  reminder: string;
}

/** A proposal: nothing is ticked beforehand, and only a person ends a file. What was ended waits for its letters. */
export function OverdueFiles({ files, hasMore, decision, nothing, reminder }: OverdueFilesProps) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [ended, setEnded] = useState<readonly string[]>([]);
  const chosen = files
    .map(({ registrationNumber }) => registrationNumber)
    .filter((number) => ticked.has(number));
  const decided = (numbers: string[]) => {
    setTicked(new Set());
    setEnded([...ended, ...numbers]);
  };
  return (
    <div className="step-body">
      {ended.length > 0 && <LettersOfEnd decision={decision} numbers={ended} />}
      {files.length === 0 ? (
        <EmptyState title={nothing} />
      ) : (
        <>
          <Notice tone="info">
            <p>{reminder}</p>
          </Notice>
          {hasMore && (
            <Notice tone="warning">
              <p>Il y en a d’autres : la liste s’arrête à 1 000 dossiers.</p>
            </Notice>
          )}
          <div className="actions">
            <DecisionButton decision={decision} numbers={chosen} onDone={decided} />
            <ManyLettersButton label="Relancer les cochées…" kind="reminder" numbers={chosen} keys="Alt+L" />
          </div>
          <OverdueTable files={files} ticked={ticked} onTick={setTicked} />
        </>
      )}
    </div>
  );
}

const LETTERS = { 'registrations.cancel': 'cancellation', 'registrations.exclude': 'exclusion' } as const;

/** The person has to be told, with the ways of appeal (domain.md 5.11). */
function LettersOfEnd({ decision, numbers }: { decision: Decision; numbers: readonly string[] }) {
  const several = numbers.length > 1;
  return (
    <Notice
      tone="warning"
      title={several ? `${numbers.length} candidats à prévenir` : '1 candidat à prévenir'}
    >
      <ManyLettersButton
        label={several ? 'Établir leurs lettres…' : 'Établir sa lettre…'}
        kind={LETTERS[decision]}
        numbers={numbers}
        keys="Alt+O"
      />
    </Notice>
  );
}
