import { useState } from 'react';
import {
  letterBatchResultSchema,
  type LetterBatchResult,
  type LetterKind,
} from '#shared/contract/letters.ts';
import { mayOverride } from '#shared/rights.ts';
import { groupRegistrationNumber } from '#shared/rules/registration-number.ts';
import { errorSentence } from '#shared/sentences/error-sentences.ts';
import { LETTER_LABELS } from '#shared/sentences/letter-sentences.ts';
import { agreed, counted } from '#shared/sentences/counted.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { useCommand } from '../../host/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { JobProgress } from '../jobs/index.ts';
import { SentPrint, usePrint } from '../printing/index.ts';
import { useRole } from '../station/index.ts';

interface ManyLettersProps {
  kind: LetterKind;
  numbers: readonly string[];
  isOpen: boolean;
  onClose(): void;
}

/** One letter for each of these files, written and archived as one job, then printed together, each on a sheet of its own. */
export function ManyLetters({ kind, numbers, isOpen, onClose }: ManyLettersProps) {
  const issue = useCommand('letters.issueMany');
  const [jobId, setJobId] = useState<string>();
  const [outcome, setOutcome] = useState<LetterBatchResult>();
  const [reason, setReason] = useState('');
  const mayForce = mayOverride(useRole()) && kind === 'reminder';
  const close = () => {
    setJobId(undefined);
    setOutcome(undefined);
    onClose();
  };
  const forcedReason = reason.trim() === '' ? undefined : reason;
  const write = () =>
    issue.mutate(
      { numbers: [...numbers], kind, forcedReason },
      { onSuccess: (started) => setJobId(started.jobId) },
    );
  const title = `${LETTER_LABELS[kind]} : ${counted(numbers.length, 'lettre')}`;
  return (
    <Dialog title={title} isOpen={isOpen} onClose={close}>
      {outcome ? (
        <Outcome outcome={outcome} />
      ) : (
        <BeforeWriting mayForce={mayForce} reason={reason} onReason={setReason} />
      )}
      {jobId !== undefined && (
        <JobProgress
          id={jobId}
          label="Lettres"
          onEnd={({ result }) => setOutcome(letterBatchResultSchema.safeParse(result).data)}
        />
      )}
      {issue.error && <ErrorNotice error={issue.error} />}
      <div className="actions">
        <Button onPress={close}>Fermer</Button>
        {outcome && outcome.batchId !== null && <PrintBatch id={outcome.batchId} />}
        {jobId === undefined && (
          <Button variant="primary" keys="Ctrl+Enter" isPending={issue.isPending} onPress={write}>
            {numbers.length > 1 ? 'Établir les lettres' : 'Établir la lettre'}
          </Button>
        )}
      </div>
    </Dialog>
  );
}

interface BeforeWritingProps {
  mayForce: boolean;
  reason: string;
  onReason(reason: string): void;
}

function BeforeWriting({ mayForce, reason, onReason }: BeforeWritingProps) {
  return (
    <>
      <p>Chaque lettre est archivée dans son dossier ; toutes s’impriment ensuite d’un coup.</p>
      {mayForce && (
        <TextField
          label="Motif, là où la notice n’envoie pas de relance (facultatif)"
          value={reason}
          onChange={onReason}
          description="Il restera au dossier."
        />
      )}
    </>
  );
}

function Outcome({ outcome: { issued, refused } }: { outcome: LetterBatchResult }) {
  return (
    <>
      <p role="status">
        {counted(issued.length, 'lettre établie')} et {agreed(issued.length, 'archivée')}.
      </p>
      {refused.length > 0 && (
        <Notice tone="warning" title={`Sans lettre : ${counted(refused.length, 'dossier')}`}>
          <ul className="plain-list">
            {refused.map(({ number, ...refusal }) => (
              <li key={number}>
                {groupRegistrationNumber(number)} : {errorSentence(refusal)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

function PrintBatch({ id }: { id: string }) {
  const { print, sending } = usePrint('letters.printBatch');
  return (
    <>
      <SentPrint sending={sending} />
      <Button variant="primary" keys="Ctrl+P" isPending={sending.isPending} onPress={() => print({ id })}>
        Imprimer les lettres
      </Button>
    </>
  );
}
