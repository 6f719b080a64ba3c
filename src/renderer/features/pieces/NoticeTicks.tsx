import type { Checklist } from '#shared/contract/pieces.ts';
import { hasEnded } from '#shared/rules/registration-status.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { useCommand } from '../../host/useCommand.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';

/** The notices of the specialty (S1-07), ticked once the candidate left with them. */
export function NoticeTicks({ checklist }: { checklist: Checklist }) {
  const hand = useCommand('pieces.handNotice');
  if (checklist.notices.length === 0) return null;
  return (
    <div className="step-body">
      {checklist.notices.map(({ title, handedBy }) => (
        <Checkbox
          key={title}
          isSelected={handedBy !== null}
          isDisabled={handedBy !== null || hasEnded(checklist.status)}
          onChange={() => hand.mutate({ number: checklist.registrationNumber, title })}
        >
          {`${title} : remise au candidat${handedBy === null ? '' : ` par ${handedBy}`}`}
        </Checkbox>
      ))}
      {hand.error && <ErrorNotice error={hand.error} />}
    </div>
  );
}
