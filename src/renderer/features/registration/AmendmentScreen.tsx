import type { Draft } from '#shared/contract/drafts.ts';
import type { Registration } from '#shared/contract/registrations.ts';
import { Loaded } from '../../host/Loaded.tsx';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { Amendment } from './Amendment.tsx';

/** A saved registration being changed, taken up where it was left: a file has at most one such draft. */
export function AmendmentScreen({ number }: { number: string }) {
  const registration = useCommandQuery('registrations.get', { number }, { isFresh: true });
  const drafts = useCommandQuery('drafts.list', {}, { isFresh: true });
  const amendment = (found: Registration, list: readonly Draft[]) => (
    <Amendment
      found={found}
      foundDraft={list.find((draft) => draft.registrationNumber === found.registrationNumber)}
    />
  );
  return (
    <Loaded query={registration}>
      {(found) => <Loaded query={drafts}>{(list) => amendment(found, list)}</Loaded>}
    </Loaded>
  );
}
