import { useEffect, useState } from 'react';
import { Loaded } from '../../host/Loaded.tsx';
import { useCommandQuery } from '../../host/use-command-query.ts';
import { replaceRoute } from '../../host/use-route.ts';
import { NewRegistration } from './NewRegistration.tsx';

/** A blank registration, or a draft taken up again. */
export function RegistrationScreen({ draftId }: { draftId: string | undefined }) {
  return draftId === undefined ? <BlankRegistration /> : <DraftedRegistration draftId={draftId} />;
}

/** The draft has its name before its first letter, in the address too: a reload comes back to it. */
function BlankRegistration() {
  const [draftId] = useState(() => crypto.randomUUID());
  useEffect(() => replaceRoute({ screen: 'registration', draftId }), [draftId]);
  return <NewRegistration draftId={draftId} />;
}

function DraftedRegistration({ draftId }: { draftId: string }) {
  const draft = useCommandQuery('drafts.get', { id: draftId }, { isFresh: true });
  return <Loaded query={draft}>{(found) => <NewRegistration draftId={draftId} draft={found} />}</Loaded>;
}
