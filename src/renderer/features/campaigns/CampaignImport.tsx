import type { LocatedFault } from '#shared/contract/campaigns.ts';
import { counted } from '#shared/sentences/counted.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { FilePicker } from '../../ui/FilePicker.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ImportReview } from './ImportReview.tsx';
import { useCampaignImport } from './useCampaignImport.ts';

/** A campaign file is checked whole, then what it would change is shown, and only then is it kept. */
export function CampaignImport() {
  const { judge, confirm, forget, faults, remarks, compared, isPending, error } = useCampaignImport();
  return (
    <>
      <FilePicker
        label="Importer une campagne"
        keys="Alt+I"
        hint="Fichier JSON donné par le rectorat ; il peut être déposé ici."
        accept=".json,application/json"
        onPick={(files) => void judge(files)}
      />
      {faults.length > 0 && <Faults faults={faults} />}
      {remarks.length > 0 && <Remarks remarks={remarks} />}
      {compared && (
        <ImportReview compared={compared} isPending={isPending} onConfirm={confirm} onGiveUp={forget} />
      )}
      {error && <ErrorNotice error={error} />}
    </>
  );
}

function Faults({ faults }: { faults: LocatedFault[] }) {
  return (
    <Notice
      tone="danger"
      title={`Fichier refusé : ${counted(faults.length, 'faute')}. Rien n’a été importé.`}
    >
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
