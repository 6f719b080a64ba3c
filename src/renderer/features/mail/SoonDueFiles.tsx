import { useState } from 'react';
import type { CommandOutput } from '#shared/contract/index.ts';
import { ManyLettersButton } from '../letters/index.ts';
import { OverdueTable } from './OverdueTable.tsx';

/** Attestations R.408 that fall due: there is still time to write to those who have not brought theirs (S1-08). */
export function SoonDueFiles({ files }: { files: CommandOutput<'returns.overdue'>['soonDue'] }) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const chosen = files
    .map(({ registrationNumber }) => registrationNumber)
    .filter((number) => ticked.has(number));
  return (
    <div className="step-body">
      <div className="actions">
        <ManyLettersButton label="Relancer les cochées…" kind="reminder" numbers={chosen} keys="Alt+L" />
      </div>
      <OverdueTable files={files} ticked={ticked} onTick={setTicked} />
    </div>
  );
}
