import type { Draft } from '#shared/contract/drafts.ts';
import { STEPS } from '#shared/fields/catalogue.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { Loaded } from '../../host/Loaded.tsx';
import { useCommand } from '../../host/use-command.ts';
import { useCommandQuery } from '../../host/use-command-query.ts';
import { navigate } from '../../host/use-route.ts';
import { Button } from '../../ui/Button.tsx';
import { DataTable, type TableColumn } from '../../ui/DataTable.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Section } from '../../ui/Section.tsx';
import { useState } from 'react';

const MOMENT = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'short', timeStyle: 'short' });

/** Drafts are the only work that exists nowhere else: they come with their name and a way to throw them away. */
export function WaitingWork() {
  const drafts = useCommandQuery('drafts.list', {});
  const [discarded, setDiscarded] = useState<Draft>();
  const columns: TableColumn<Draft>[] = [
    { id: 'label', title: 'Nom', render: (draft) => draft.label || 'Sans nom' },
    { id: 'step', title: 'Étape', render: (draft) => `${draft.step} · ${STEPS[draft.step - 1] ?? ''}` },
    { id: 'saved', title: 'Saisi le', isCompact: true, render: (draft) => MOMENT.format(draft.savedAtMs) },
    {
      id: 'discard',
      title: 'Action',
      render: (draft) => (
        <Button
          variant="quiet"
          label={`Jeter le brouillon ${draft.label}`}
          onPress={() => setDiscarded(draft)}
        >
          Jeter
        </Button>
      ),
    },
  ];
  return (
    <Section
      title="Brouillons"
      aside={<span className="quiet">Ni numéro ni valeur tant qu’ils ne sont pas enregistrés</span>}
    >
      <Loaded query={drafts}>
        {(list) => (
          <DataTable
            label="Brouillons"
            columns={columns}
            items={list}
            keyOf={(draft) => draft.id}
            onOpen={(draft) => navigate({ screen: 'registration', draftId: draft.id })}
            empty={<EmptyState title="Aucun brouillon en attente." />}
          />
        )}
      </Loaded>
      <DiscardDialog draft={discarded} onClose={() => setDiscarded(undefined)} />
    </Section>
  );
}

function DiscardDialog({ draft, onClose }: { draft: Draft | undefined; onClose(): void }) {
  const discard = useCommand('drafts.discard');
  return (
    <Dialog
      title={`Jeter le brouillon « ${draft?.label || 'Sans nom'} » ?`}
      isOpen={draft !== undefined}
      onClose={onClose}
      isAlert
    >
      <p>Ce qui a été saisi sera perdu ; rien n’avait été enregistré.</p>
      {discard.error && <ErrorNotice error={discard.error} />}
      <div className="actions">
        <Button onPress={onClose}>Garder</Button>
        <Button
          variant="danger"
          onPress={() => draft && discard.mutate({ id: draft.id }, { onSuccess: onClose })}
        >
          Jeter le brouillon
        </Button>
      </div>
    </Dialog>
  );
}
