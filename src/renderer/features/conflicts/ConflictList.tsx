import { Loaded } from '../../host/Loaded.tsx';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { ConflictCard } from './ConflictCard.tsx';

/** What two counters proposed side by side, the oldest first. Nothing is shown while there is nothing to decide. */
export function ConflictList() {
  const conflicts = useCommandQuery('conflicts.list', {});
  return (
    <Loaded query={conflicts}>
      {(waiting) => (
        <>
          {waiting.map((conflict) => (
            <ConflictCard key={conflict.id} conflict={conflict} />
          ))}
        </>
      )}
    </Loaded>
  );
}
