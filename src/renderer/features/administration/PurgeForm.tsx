import { useState } from 'react';
import { mayCall } from '#shared/rights.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { useCommand } from '../../host/useCommand.ts';
import { DateInput } from '../../fields/DateInput.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form } from '../../ui/Form.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { useSay } from '../../ui/StatusProvider.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { JobProgress } from '../jobs/index.ts';
import { useStation } from '../station/index.ts';
import { filesWords } from './retention-words.ts';

interface PurgeFormProps {
  /** Of the files that were counted: if another one is due meanwhile, nothing is destroyed. */
  digest: string;
  disposable: number;
}

/** The visa, then a last question: this cannot be undone. */
export function PurgeForm({ digest, disposable }: PurgeFormProps) {
  const { agent } = useStation();
  const [visaReference, setVisaReference] = useState('');
  const [visaOn, setVisaOn] = useState('');
  const [isAsking, setIsAsking] = useState(false);
  const purge = useCommand('retention.purge');
  const say = useSay();
  if (!agent || !mayCall(agent.role, 'retention.purge'))
    return <Notice tone="info" title="L’élimination elle-même revient au chef de bureau." />;
  const isFilled = visaReference.trim() !== '' && visaOn !== '';
  const destroy = () => {
    setIsAsking(false);
    purge.mutate({ visaReference, visaOn, digest });
  };
  return (
    <Section title="2. Le visa et l’élimination">
      <Form className="form-grid" onSubmit={() => isFilled && setIsAsking(true)}>
        <TextField
          label="Référence du visa"
          value={visaReference}
          onChange={setVisaReference}
          description="Telle que portée sur le bordereau par l’administration des archives."
        />
        <DateInput
          label="Date du visa"
          value={visaOn}
          onChange={(value) => setVisaOn(typeof value === 'string' ? value : '')}
        />
      </Form>
      <p className="quiet">Empreinte de la liste, à comparer avec le bordereau visé : {digest}</p>
      {purge.error && <ErrorNotice error={purge.error} />}
      {purge.data && (
        <JobProgress
          id={purge.data.jobId}
          label="Élimination"
          onEnd={(job) => job.state === 'done' && say('Dossiers éliminés ; le procès-verbal est gardé.')}
        />
      )}
      <div className="actions">
        <Button
          variant="danger"
          isDisabled={!isFilled}
          isPending={purge.isPending}
          onPress={() => setIsAsking(true)}
        >
          Éliminer
        </Button>
      </div>
      <Dialog
        title={`Éliminer ${filesWords(disposable)} pour toujours ?`}
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        isAlert
      >
        <p>
          Réponses, versions, pièces, confirmations, courriers et numérisations seront détruits. Aucune
          sauvegarde de ce poste ne les rendra. Le procès-verbal gardera les nombres, le visa, la date et
          votre nom.
        </p>
        <div className="actions">
          <Button onPress={() => setIsAsking(false)}>Garder les dossiers</Button>
          <Button variant="danger" onPress={destroy}>
            Éliminer pour toujours
          </Button>
        </div>
      </Dialog>
    </Section>
  );
}
