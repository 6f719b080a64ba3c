import type { Checklist } from '#shared/contract/pieces.ts';
import { STATUS_LABELS } from '#shared/fields/stringify.ts';
import { Loaded } from '../../host/Loaded.tsx';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { Section } from '../../ui/Section.tsx';
import { LockButton } from './LockButton.tsx';
import { NoticeTicks } from './NoticeTicks.tsx';
import { PieceActions } from './PieceActions.tsx';
import { PieceRows } from './PieceRows.tsx';
import { RecordedReturns } from './RecordedReturns.tsx';
import { usePieceActs } from './usePieceActs.ts';

/** Everything that one file asks on paper, controlled by keyboard; on its own screen and in the file alike. */
export function PieceChecklist({ number }: { number: string }) {
  const checklist = useCommandQuery('pieces.list', { number });
  return <Loaded query={checklist}>{(found) => <OpenChecklist key={number} checklist={found} />}</Loaded>;
}

function OpenChecklist({ checklist }: { checklist: Checklist }) {
  const acts = usePieceActs(checklist);
  const settled = checklist.pieces.filter(({ state }) => state === 'accepted' || state === 'exempted').length;
  return (
    <div className="step-body">
      <Section
        title={`Pièces : ${settled} sur ${checklist.pieces.length}`}
        aside={
          <span className="quiet">
            {STATUS_LABELS[checklist.status]}
            {checklist.locked && ' · pièces verrouillées'}
          </span>
        }
      >
        <PieceRows pieces={checklist.pieces} currentId={acts.current?.id} onMove={acts.moveTo} />
        <PieceActions checklist={checklist} acts={acts} />
        <NoticeTicks checklist={checklist} />
        <div className="actions">
          <LockButton checklist={checklist} />
        </div>
      </Section>
      <RecordedReturns number={checklist.registrationNumber} />
    </div>
  );
}
