import type { Draft } from '#shared/contract/drafts.ts';
import { STEPS } from '#shared/fields/catalogue.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { Loaded } from '../../host/Loaded.tsx';
import { useCommand } from '../../host/useCommand.ts';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import type { Route } from '../../host/route.ts';
import { navigate } from '../../host/useRoute.ts';
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
    { id: 'label', title: 'Nom', render: nameOf },
    { id: 'step', title: 'Étape', render: (draft) => `${draft.step} · ${STEPS[draft.step - 1] ?? ''}` },
    { id: 'saved', title: 'Saisi le', isCompact: true, render: (draft) => MOMENT.format(draft.savedAtMs) },
    {
      id: 'discard',
      title: 'Action',
      render: (draft) => (
        <Button
          variant="quiet"
          label={`Jeter le brouillon ${nameOf(draft)}`}
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
            onOpen={(draft) => navigate(routeOf(draft))}
            empty={<EmptyState title="Aucun brouillon en attente." />}
          />
        )}
      </Loaded>
      <DiscardDialog draft={discarded} onClose={() => setDiscarded(undefined)} />
    </Section>
  );
}

function nameOf({ label, registrationNumber }: Draft): string {
  const person = label || 'Sans nom';
  return registrationNumber === null ? person : `Modification de ${person}`;
}

function routeOf({ id, registrationNumber }: Draft): Route {
  return registrationNumber === null
    ? { screen: 'registration', draftId: id }
    : { screen: 'amendment', number: registrationNumber };
}

function DiscardDialog({ draft, onClose }: { draft: Draft | undefined; onClose(): void }) {
  const discard = useCommand('drafts.discard');
  return (
    <Dialog
      title={draft ? `Jeter le brouillon « ${nameOf(draft)} » ?` : ''}
      isOpen={draft !== undefined}
      onClose={onClose}
      isAlert
    >
      <p>Ce qui a été saisi depuis le dernier enregistrement sera perdu.</p>
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
