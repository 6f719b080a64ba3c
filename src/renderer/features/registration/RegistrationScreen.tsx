import { Loaded } from '../../host/Loaded.tsx';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { NewRegistration } from './NewRegistration.tsx';

/**
 * A draft taken up again, or a blank form: a draft has its name before its first letter, so that a reload or an unlock
 * comes back to the same form whether or not something was typed.
 */
export function RegistrationScreen({ draftId }: { draftId: string }) {
  const draft = useCommandQuery('drafts.get', { id: draftId }, { isFresh: true });
  if (draft.error?.code === 'unknown-draft') return <NewRegistration draftId={draftId} />;
  return <Loaded query={draft}>{(found) => <NewRegistration draftId={draftId} draft={found} />}</Loaded>;
}
