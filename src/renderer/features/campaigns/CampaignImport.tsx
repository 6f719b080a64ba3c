import { useState } from 'react';
import type { CommandOutput } from '#shared/contract/index.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { useCommand } from '../../host/useCommand.ts';
import { FilePicker } from '../../ui/FilePicker.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useSay } from '../../ui/StatusProvider.tsx';
import { ImportReview } from './ImportReview.tsx';

type LocatedFault = CommandOutput<'campaigns.check'>['faults'][number];

/** A campaign file is checked whole, then what it would change is shown, and only then is it kept. */
export function CampaignImport() {
  const [content, setContent] = useState<string>();
  const check = useCommand('campaigns.check');
  const compare = useCommand('campaigns.compare');
  const keep = useCommand('campaigns.import');
  const say = useSay();

  const judge = async ([file]: File[]) => {
    if (!file) return;
    const read = await file.text();
    setContent(read);
    compare.reset();
    keep.reset();
    check.mutate(
      { content: read },
      { onSuccess: ({ faults }) => faults.length === 0 && compare.mutate({ content: read }) },
    );
  };
  const forget = () => {
    setContent(undefined);
    check.reset();
    compare.reset();
    keep.reset();
  };
  const confirm = () =>
    content !== undefined &&
    keep.mutate(
      { content },
      {
        onSuccess: ({ id }) => {
          forget();
          say(`Campagne ${id} importée.`);
        },
      },
    );
  const error = check.error ?? compare.error ?? keep.error;
  return (
    <>
      <FilePicker
        label="Importer une campagne"
        keys="Alt+I"
        hint="Fichier JSON donné par le rectorat ; il peut être déposé ici."
        accept=".json,application/json"
        onPick={(files) => void judge(files)}
      />
      {check.data && check.data.faults.length > 0 && <Faults faults={check.data.faults} />}
      {check.data && check.data.remarks.length > 0 && <Remarks remarks={check.data.remarks} />}
      {compare.data && (
        <ImportReview
          compared={compare.data}
          isPending={keep.isPending}
          onConfirm={confirm}
          onGiveUp={forget}
        />
      )}
      {error && <ErrorNotice error={error} />}
    </>
  );
}

function Faults({ faults }: { faults: LocatedFault[] }) {
  return (
    <Notice tone="danger" title={`Fichier refusé : ${faults.length} faute(s). Rien n’a été importé.`}>
      <LocatedList list={faults} />
    </Notice>
  );
}

function Remarks({ remarks }: { remarks: LocatedFault[] }) {
  return (
    <Notice tone="warning" title="À savoir avant d’importer">
      <LocatedList list={remarks} />
    </Notice>
  );
}

function LocatedList({ list }: { list: LocatedFault[] }) {
  return (
    <ul>
      {list.map(({ path, message, line }) => (
        <li key={`${line} ${path} ${message}`}>
          <strong>Ligne {line}</strong> {path !== '' && <code>{path}</code>} : {message}
        </li>
      ))}
    </ul>
  );
}
