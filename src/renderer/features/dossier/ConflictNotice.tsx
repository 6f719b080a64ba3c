import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { navigate } from '../../host/useRoute.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';

/** Another counter proposed something else for this file, and a person must decide. */
export function ConflictNotice({ number }: { number: string }) {
  const conflicts = useCommandQuery('conflicts.list', { number });
  const waiting = conflicts.data?.filter(({ decidedBy }) => decidedBy === null) ?? [];
  if (waiting.length === 0) return null;
  return (
    <Notice tone="danger" title="Deux guichets ont modifié ce dossier : une personne doit trancher.">
      <p>Le dossier reste tel qu’il est affiché ; la proposition de l’autre guichet est gardée.</p>
      <div className="actions">
        <Button onPress={() => navigate({ screen: 'sync' })}>Voir la proposition</Button>
      </div>
    </Notice>
  );
}
