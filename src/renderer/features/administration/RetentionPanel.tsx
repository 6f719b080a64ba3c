import { useState } from 'react';
import type { CommandOutput } from '#shared/contract/index.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { Loaded } from '../../host/Loaded.tsx';
import { useCommand } from '../../host/useCommand.ts';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { Button } from '../../ui/Button.tsx';
import { DataTable, type TableColumn } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Form } from '../../ui/Form.tsx';
import { Section } from '../../ui/Section.tsx';
import { useSay } from '../../ui/StatusProvider.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { formatSettings, parseSettings, sessionEndWords, yearsWords } from './retention-words.ts';

type Retention = CommandOutput<'retention.settings'>;
type Change = Retention['changes'][number];

const MOMENT = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'short', timeStyle: 'short' });

const COLUMNS: TableColumn<Change>[] = [
  { id: 'when', title: 'Réglé le', isCompact: true, render: ({ atMs }) => MOMENT.format(atMs) },
  { id: 'agent', title: 'Par', render: ({ agent }) => agent },
  { id: 'active', title: 'Actif', isCompact: true, render: ({ activeYears }) => yearsWords(activeYears) },
  {
    id: 'intermediate',
    title: 'Archives intermédiaires',
    isCompact: true,
    render: ({ intermediateYears }) => yearsWords(intermediateYears),
  },
  { id: 'end', title: 'Fin de session', render: ({ sessionEnd }) => sessionEndWords(sessionEnd) },
];

/** The durations, and every change made to them. */
export function RetentionPanel() {
  const retention = useCommandQuery('retention.settings', {});
  return (
    <Loaded query={retention}>
      {({ settings, changes }) => (
        <div className="columns">
          <SettingsForm key={JSON.stringify(settings)} settings={settings} />
          <Section title="Changements">
            <DataTable
              label="Changements des durées"
              columns={COLUMNS}
              items={changes}
              keyOf={({ atMs }) => String(atMs)}
              empty={<EmptyState title="Les durées sont celles d’origine : 2 ans, puis 8 ans." />}
            />
          </Section>
        </div>
      )}
    </Loaded>
  );
}

function SettingsForm({ settings }: { settings: Retention['settings'] }) {
  const [typed, setTyped] = useState(() => formatSettings(settings));
  const configure = useCommand('retention.configure');
  const say = useSay();
  const parsed = parseSettings(typed);
  const set = (part: Partial<typeof typed>) => setTyped({ ...typed, ...part });
  const submit = () => configure.mutate(parsed, { onSuccess: () => say('Durées de conservation réglées.') });
  return (
    <Section title="Durées, à partir de la fin de chaque session">
      <Form className="step-body" onSubmit={submit}>
        <TextField
          label="Années d’usage courant"
          inputMode="numeric"
          value={typed.activeYears}
          onChange={(activeYears) => set({ activeYears })}
        />
        <TextField
          label="Années d’archives intermédiaires"
          inputMode="numeric"
          value={typed.intermediateYears}
          onChange={(intermediateYears) => set({ intermediateYears })}
          description="Ensuite les dossiers peuvent être éliminés, avec le visa de l’administration des archives."
        />
        <TextField
          label="Fin de session (jour/mois)"
          inputMode="numeric"
          placeholder="31/12"
          value={typed.sessionEnd}
          onChange={(sessionEnd) => set({ sessionEnd })}
        />
        {configure.error && <ErrorNotice error={configure.error} />}
        <div className="actions">
          <Button variant="primary" keys="Ctrl+S" isPending={configure.isPending} onPress={submit}>
            Enregistrer les durées
          </Button>
        </div>
      </Form>
    </Section>
  );
}
