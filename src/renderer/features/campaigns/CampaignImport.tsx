import type { CommandOutput } from '#shared/contract/index.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { useCommand } from '../../host/useCommand.ts';
import { FilePicker } from '../../ui/FilePicker.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useSay } from '../../ui/StatusProvider.tsx';

/** A campaign file is checked whole before it is kept; a fault refuses it, and is shown where it is. */
export function CampaignImport() {
  const check = useCommand('campaigns.check');
  const keep = useCommand('campaigns.import');
  const say = useSay();
  const importFile = async ([file]: File[]) => {
    if (!file) return;
    const content = await file.text();
    check.mutate(
      { content },
      {
        onSuccess: ({ faults }) => {
          if (faults.length === 0)
            keep.mutate({ content }, { onSuccess: ({ id }) => say(`Campagne ${id} importée.`) });
        },
      },
    );
  };
  const error = check.error ?? keep.error;
  return (
    <>
      <FilePicker
        label="Importer une campagne"
        keys="Alt+I"
        hint="Fichier JSON donné par le rectorat ; il peut être déposé ici."
        accept=".json,application/json"
        onPick={(files) => void importFile(files)}
      />
      {check.data && check.data.faults.length > 0 && <Faults faults={check.data.faults} />}
      {error && <ErrorNotice error={error} />}
    </>
  );
}

function Faults({ faults }: { faults: CommandOutput<'campaigns.check'>['faults'] }) {
  return (
    <Notice tone="danger" title={`Fichier refusé : ${faults.length} faute(s). Rien n’a été importé.`}>
      <ul>
        {faults.map((fault) => (
          <li key={fault.path + fault.message}>
            <code>{fault.path}</code> : {fault.message}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
