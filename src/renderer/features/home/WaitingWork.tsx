import type { CommandInput } from '#shared/contract/index.ts';
import type { Draft } from '#shared/contract/drafts.ts';
import { STEPS } from '#shared/fields/catalogue.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { Loaded } from '../../host/Loaded.tsx';
import { useCommand } from '../../host/useCommand.ts';
import { useSayUndoable } from '../../host/useSayUndoable.ts';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import type { Route } from '../../host/route.ts';
import { navigate } from '../../host/useRoute.ts';
import { Button } from '../../ui/Button.tsx';
import { DataTable, type TableColumn } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Section } from '../../ui/Section.tsx';

const MOMENT = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'short', timeStyle: 'short' });

/** Drafts are the only work that exists nowhere else: they come with their name and a way to throw them away. */
export function WaitingWork() {
  const drafts = useCommandQuery('drafts.list', {});
  const discard = useCommand('drafts.discard');
  const say = useSayUndoable();
  const throwAway = (draft: Draft) => {
    const tell = () => say(`Brouillon « ${nameOf(draft)} » jeté.`, 'drafts.save', asSaved(draft));
    void discard.mutateAsync({ id: draft.id }).then(tell, () => undefined);
  };
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
          onPress={() => throwAway(draft)}
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
      {discard.error && <ErrorNotice error={discard.error} />}
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

/** The same draft, under its own identifier. */
function asSaved({
  id,
  answers,
  step,
  registrationNumber,
  onVersion,
  candidate,
}: Draft): CommandInput<'drafts.save'> {
  return {
    id,
    answers,
    step,
    ...(registrationNumber === null ? {} : { registrationNumber }),
    ...(onVersion === null ? {} : { onVersion }),
    ...(candidate === null ? {} : { candidate }),
  };
}
