import { useState } from 'react';
import type { Clerk } from '#shared/contract/clerks.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { Loaded } from '../../host/Loaded.tsx';
import { useCommand } from '../../host/useCommand.ts';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { Section } from '../../ui/Section.tsx';
import { useSay } from '../../ui/StatusProvider.tsx';
import { useStation } from '../station/index.ts';
import { AddClerkForm } from './AddClerkForm.tsx';
import { clerkColumns } from './clerk-columns.tsx';
import { TemporaryPassphraseDialog, type GivenPassphrase } from './TemporaryPassphraseDialog.tsx';

/** Who opens this station, and what a head of bureau may do about it. */
export function ClerksPanel() {
  const clerks = useCommandQuery('clerks.list', {});
  const [given, setGiven] = useState<GivenPassphrase>();
  const acts = useClerkActs(setGiven);
  const { agent } = useStation();
  return (
    <div className="step-body">
      <AddClerkForm onAdded={setGiven} />
      <Section title="Agents du poste">
        {acts.error && <ErrorNotice error={acts.error} />}
        <Loaded query={clerks}>
          {(items) => (
            <DataTable
              label="Agents du poste"
              columns={clerkColumns({ ...acts, ownId: agent?.id ?? '' })}
              items={items}
              keyOf={({ id }) => id}
              empty={null}
            />
          )}
        </Loaded>
      </Section>
      {given && <TemporaryPassphraseDialog given={given} onClose={() => setGiven(undefined)} />}
    </div>
  );
}

function useClerkActs(onGiven: (given: GivenPassphrase) => void) {
  const changeRole = useCommand('clerks.changeRole');
  const disable = useCommand('clerks.disable');
  const enable = useCommand('clerks.enable');
  const reset = useCommand('clerks.resetPassphrase');
  const say = useSay();
  const begin = () => [changeRole, disable, enable, reset].forEach((act) => act.reset());
  return {
    error: changeRole.error ?? disable.error ?? enable.error ?? reset.error,
    changeRole: ({ id, name }: Clerk, role: Clerk['role']) => {
      begin();
      changeRole.mutate({ id, role }, { onSuccess: () => say(`Rôle de ${name} changé.`) });
    },
    disable: ({ id, name }: Clerk) => {
      begin();
      disable.mutate({ id }, { onSuccess: () => say(`${name} n’ouvre plus ce poste.`) });
    },
    enable: ({ id }: Clerk) => {
      begin();
      enable.mutate({ id }, { onSuccess: onGiven });
    },
    reset: ({ id }: Clerk) => {
      begin();
      reset.mutate({ id }, { onSuccess: onGiven });
    },
  };
}
