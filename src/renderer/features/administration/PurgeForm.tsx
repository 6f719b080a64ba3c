import { useState } from 'react';
import { mayCall } from '#shared/rights.ts';
import { DateInput } from '../../fields/DateInput.tsx';
import { Button } from '../../ui/Button.tsx';
import { Form } from '../../ui/Form.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useStation } from '../station/index.ts';
import { PurgeDialog } from './PurgeDialog.tsx';

interface Visa {
  visaReference: string;
  visaOn: string;
}

interface PurgeFormProps {
  /** Of the files that were counted: if another one is due meanwhile, nothing is destroyed. */
  digest: string;
  disposable: number;
  onPurge(visa: Visa): void;
}

/** The visa, then a last question: this cannot be undone. */
export function PurgeForm({ digest, disposable, onPurge }: PurgeFormProps) {
  const { agent } = useStation();
  const [visa, setVisa] = useState<Visa>({ visaReference: '', visaOn: '' });
  const [isAsking, setIsAsking] = useState(false);
  if (!agent || !mayCall(agent.role, 'retention.purge'))
    return <Notice tone="info" title="L’élimination elle-même revient au chef de bureau." />;
  const isFilled = visa.visaReference.trim() !== '' && visa.visaOn !== '';
  const ask = () => setIsAsking(isFilled);
  return (
    <Section title="2. Le visa et l’élimination">
      <Form className="form-grid" onSubmit={ask}>
        <TextField
          label="Référence du visa"
          value={visa.visaReference}
          onChange={(visaReference) => setVisa({ ...visa, visaReference })}
          description="Telle que portée sur le bordereau par l’administration des archives."
        />
        <DateInput
          label="Date du visa"
          value={visa.visaOn}
          onChange={(value) => setVisa({ ...visa, visaOn: typeof value === 'string' ? value : '' })}
        />
      </Form>
      <p className="quiet digest">Empreinte, à comparer avec celle du bordereau visé : {digest}</p>
      <div className="actions">
        <Button variant="danger" isDisabled={!isFilled} onPress={ask}>
          Éliminer
        </Button>
      </div>
      <PurgeDialog
        disposable={disposable}
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        onConfirm={() => {
          setIsAsking(false);
          onPurge(visa);
        }}
      />
    </Section>
  );
}
