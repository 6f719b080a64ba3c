import { useState } from 'react';
import type { OverdueFile } from '#shared/contract/mail.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Notice } from '../../ui/Notice.tsx';
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

/** A proposal: nothing is ticked beforehand, and only a person ends a file. */
export function OverdueFiles({ files, hasMore, decision, nothing, reminder }: OverdueFilesProps) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const chosen = files.filter((file) => ticked.has(file.registrationNumber));
  if (files.length === 0) return <EmptyState title={nothing} />;
  return (
    <div className="step-body">
      <Notice tone="info">
        <p>{reminder}</p>
      </Notice>
      {hasMore && (
        <Notice tone="warning">
          <p>Il y en a d’autres : la liste s’arrête à 1 000 dossiers.</p>
        </Notice>
      )}
      <div className="actions">
        <DecisionButton
          decision={decision}
          numbers={chosen.map((file) => file.registrationNumber)}
          onDone={() => setTicked(new Set())}
        />
      </div>
      <OverdueTable files={files} ticked={ticked} onTick={setTicked} />
    </div>
  );
}
