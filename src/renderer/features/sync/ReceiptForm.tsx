import { useState } from 'react';
import type { CommandOutput } from '#shared/contract/index.ts';
import { counted } from '#shared/sentences/counted.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { useCommand } from '../../host/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { FilePicker } from '../../ui/FilePicker.tsx';
import { Form } from '../../ui/Form.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TextField } from '../../ui/TextField.tsx';

/** What comes back from the centre: a signed file that settles, or a printed code that only says it arrived. */
export function ReceiptForm() {
  const read = useCommand('batches.receipt');
  const note = useCommand('batches.receiptCode');
  const [code, setCode] = useState('');
  const readFile = async (file: File | undefined) => {
    if (file) read.mutate({ content: new Uint8Array(await file.arrayBuffer()) });
  };
  return (
    <>
      <FilePicker
        label="Lire un reçu"
        keys="Alt+Y"
        hint="Fichier .recu que le centre a remis sur la clé ; il peut être déposé ici."
        accept=".recu"
        onPick={([file]) => void readFile(file)}
      />
      {read.error && <ErrorNotice error={read.error} />}
      {read.data && <SettledNotice settled={read.data} />}
      <Form className="step-body" onSubmit={() => note.mutate({ code }, { onSuccess: () => setCode('') })}>
        <TextField
          label="Code d’un reçu imprimé"
          value={code}
          onChange={setCode}
          description="Quand la clé ne revient pas. Il dit que le volume est arrivé ; il ne règle aucune opération."
        />
        <div className="actions">
          <Button type="submit" isDisabled={code === ''} isPending={note.isPending}>
            Noter ce reçu
          </Button>
        </div>
      </Form>
      {note.error && <ErrorNotice error={note.error} />}
      {note.data && <ArrivedNotice arrived={note.data} />}
    </>
  );
}

function SettledNotice({ settled }: { settled: CommandOutput<'batches.receipt'> }) {
  const { opsAccepted, opsDuplicate, opsRefused, scansReceived, opsWaiting, scansWaiting } = settled;
  const lines = [
    `${counted(opsAccepted, 'opération reçue')}, ${counted(opsDuplicate, 'déjà reçue', 'déjà reçues')}, ${counted(opsRefused, 'refusée')} ; ${counted(scansReceived, 'numérisation')}.`,
    `Sans réponse dans ce lot : ${counted(opsWaiting, 'opération')} et ${counted(scansWaiting, 'numérisation')}.`,
  ];
  return (
    <Notice
      tone={opsRefused > 0 ? 'warning' : 'good'}
      title={`Reçu du lot ${settled.batchId.slice(0, 8)}, volume ${settled.volume} sur ${settled.volumes}.`}
    >
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Notice>
  );
}

function ArrivedNotice({ arrived }: { arrived: CommandOutput<'batches.receiptCode'> }) {
  const { batchId, volume, volumes, received, refused, scans, isKnown } = arrived;
  return (
    <Notice
      tone={isKnown ? 'good' : 'warning'}
      title={
        isKnown
          ? `Le lot ${batchId.slice(0, 8)}, volume ${volume} sur ${volumes}, est arrivé au centre.`
          : `Ce reçu est vrai, mais ce poste n’a pas de lot ${batchId.slice(0, 8)}.`
      }
    >
      <p>
        {counted(received, 'opération reçue')}, {counted(refused, 'refusée')},{' '}
        {counted(scans, 'numérisation')}.
      </p>
    </Notice>
  );
}
