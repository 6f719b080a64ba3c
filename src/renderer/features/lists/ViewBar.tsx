import { useState } from 'react';
import type { ListView } from '#shared/contract/lists.ts';
import { mayDiscardSharedView } from '#shared/rights.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { useCommand } from '../../host/useCommand.ts';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { useSayUndoable } from '../../host/useSayUndoable.ts';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import { useSay } from '../../ui/StatusProvider.tsx';
import { useStation } from '../station/index.ts';
import { formatListQuery, WHOLE_LIST, type ListQuery } from './list-query.ts';
import { SaveViewDialog } from './SaveViewDialog.tsx';

const WHOLE = 'whole';
const OTHER = 'other';

interface ViewBarProps {
  query: ListQuery;
  onOpen(query: ListQuery): void;
}

/** The lists a clerk comes back to: her own and the shared ones. */
export function ViewBar({ query, onOpen }: ViewBarProps) {
  const views = useCommandQuery('views.list', {});
  const { agent } = useStation();
  const [isNaming, setIsNaming] = useState(false);
  const list = views.data ?? [];
  const current = list.find(({ filters, sort }) => isSame({ filters, sort }, query));
  const value = current?.id ?? (isSame(WHOLE_LIST, query) ? WHOLE : OTHER);
  const mayDiscard = current && (current.isOwn || (agent !== null && mayDiscardSharedView(agent.role)));
  return (
    <>
      {list.length > 0 && (
        <div className="view-choice">
          <Select
            label="Vue enregistrée"
            isLabelHidden
            options={[
              ...(value === OTHER ? [{ value: OTHER, label: 'Vue non enregistrée' }] : []),
              { value: WHOLE, label: 'Liste entière' },
              ...list.map((view) => ({ value: view.id, label: nameOf(view) })),
            ]}
            value={value}
            onChange={(id) => {
              const view = id === WHOLE ? WHOLE_LIST : list.find((one) => one.id === id);
              if (view) onOpen({ filters: view.filters, sort: view.sort });
            }}
          />
        </div>
      )}
      {mayDiscard && <DiscardButton view={current} />}
      <Button keys="Ctrl+S" onPress={() => setIsNaming(true)}>
        Enregistrer la vue
      </Button>
      <SaveViewDialog query={query} isOpen={isNaming} onClose={() => setIsNaming(false)} />
    </>
  );
}

function DiscardButton({ view: { id, name, isShared, isOwn, filters, sort } }: { view: ListView }) {
  const discard = useCommand('views.discard');
  const say = useSay();
  const sayUndoable = useSayUndoable();
  const told = `Vue « ${name} » supprimée.`;
  // Saved again, another's view would become hers, in the place of one that she gave the same name.
  const tell = () => (isOwn ? sayUndoable(told, 'views.save', { name, isShared, filters, sort }) : say(told));
  return (
    <>
      <Button
        isPending={discard.isPending}
        onPress={() => void discard.mutateAsync({ id }).then(tell, () => undefined)}
      >
        Supprimer la vue
      </Button>
      {discard.error && <ErrorNotice error={discard.error} />}
    </>
  );
}

function nameOf({ name, isShared }: ListView): string {
  return isShared ? `${name} (partagée)` : name;
}

function isSame(one: ListQuery, other: ListQuery): boolean {
  return formatListQuery(one) === formatListQuery(other);
}
