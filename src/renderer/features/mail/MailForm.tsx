import { useEffect, useRef } from 'react';
import { MODALITIES } from '#shared/contract/campaign.ts';
import { MODALITY_LABELS } from '#shared/sentences/file-sentences.ts';
import { DateInput } from '../../fields/DateInput.tsx';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Form } from '../../ui/Form.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { Section } from '../../ui/Section.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { MailForm as MailFormState } from './useMailForm.ts';

/**
 * One letter after the other: the number, Enter, its postmark, Enter. Everything else stays from the letter before; a reader of
 * codes that types Enter by itself therefore stops at the postmark, the one thing that differs.
 */
export function MailForm({ form }: { form: MailFormState }) {
  const { typed, type, recorded, error } = form;
  const numberField = useRef<HTMLDivElement>(null);
  const postmarkField = useRef<HTMLDivElement>(null);
  const inputOf = (field: typeof numberField) => field.current?.querySelector('input');
  const latest = recorded[0]?.id;
  useEffect(() => {
    numberField.current?.querySelector('input')?.focus();
  }, [latest]);

  const next = () => {
    const isAtNumber = numberField.current?.contains(document.activeElement) === true;
    if (typed.number.trim() === '') inputOf(numberField)?.focus();
    else if (isAtNumber && typed.modality === 'post') inputOf(postmarkField)?.select();
    else form.record();
  };
  return (
    <Section title="Noter un retour">
      <Form className="mail-form" onSubmit={next}>
        <div className="full-width">
          <RadioGroup
            label="Arrivée"
            options={MODALITIES.map((value) => ({ value, label: MODALITY_LABELS[value] }))}
            value={typed.modality}
            onChange={(value) => type({ modality: MODALITIES.find((one) => one === value) ?? 'post' })}
          />
        </div>
        <div ref={numberField}>
          <TextField
            label="N° d’inscription, ou code lu"
            value={typed.number}
            onChange={(number) => type({ number })}
            autoFocus
          />
        </div>
        <div ref={postmarkField}>
          <DateInput
            label="Cachet de la poste"
            value={typed.postmarkedOn}
            onChange={(value) => type({ postmarkedOn: String(value) })}
            isDisabled={typed.modality !== 'post'}
            description="Vide s’il est illisible"
          />
        </div>
        <DateInput
          label="Reçue le"
          value={typed.receivedOn}
          onChange={(value) => type({ receivedOn: String(value) })}
        />
        <TextField
          label="Heure"
          value={typed.receivedAt}
          onChange={(receivedAt) => type({ receivedAt })}
          description="Si l’échéance en a une"
        />
        <div className="actions full-width">
          <TextField
            label="Version signée"
            value={typed.version}
            onChange={(version) => type({ version })}
            inputMode="numeric"
            description="Vide : la dernière"
          />
          <Checkbox isSelected={typed.signed} onChange={(signed) => type({ signed })}>
            Signée
          </Checkbox>
          <Checkbox isSelected={typed.dated} onChange={(dated) => type({ dated })}>
            Datée
          </Checkbox>
          <Button variant="primary" keys="Ctrl+Enter" isPending={form.isPending} onPress={form.record}>
            Noter le retour
          </Button>
        </div>
        {error && (
          <div className="full-width">
            <ErrorNotice error={error} />
          </div>
        )}
      </Form>
    </Section>
  );
}
