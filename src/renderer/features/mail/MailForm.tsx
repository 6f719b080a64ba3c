import { useEffect, useRef } from 'react';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { Form } from '../../ui/Form.tsx';
import { Section } from '../../ui/Section.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useShortcut } from '../../ui/shortcuts/useShortcut.ts';
import { ArrivalFields } from './ArrivalFields.tsx';
import { ModalityChoice } from './ModalityChoice.tsx';
import { SheetChecks } from './SheetChecks.tsx';
import type { MailForm as MailFormState } from './useMailForm.ts';

/**
 * One letter after the other: the number, Enter, its postmark, Enter. Everything else stays from the letter before; a reader of
 * codes that types Enter by itself therefore stops at the postmark, the one thing that differs.
 */
export function MailForm({ form }: { form: MailFormState }) {
  const { typed, type, recorded, error } = form;
  const numberField = useRef<HTMLDivElement>(null);
  const postmarkField = useRef<HTMLDivElement>(null);
  const latest = recorded[0]?.id;
  useEffect(() => {
    numberField.current?.querySelector('input')?.focus();
  }, [latest]);
  useShortcut({ keys: 'Ctrl+Enter', label: 'Noter le retour' }, form.record);

  const next = () => {
    const isAtNumber = numberField.current?.contains(document.activeElement) === true;
    if (typed.number.trim() === '') numberField.current?.querySelector('input')?.focus();
    else if (isAtNumber && typed.modality === 'post') postmarkField.current?.querySelector('input')?.select();
    else form.record();
  };
  return (
    <Section title="Noter un retour">
      <Form className="mail-form" onSubmit={next}>
        <div className="full-width">
          <ModalityChoice value={typed.modality} onChange={(modality) => type({ modality })} />
        </div>
        <div ref={numberField}>
          <TextField
            label="N° d’inscription, ou code lu"
            value={typed.number}
            onChange={(number) => type({ number })}
            description="Entrée passe à la suite"
            autoFocus
          />
        </div>
        <ArrivalFields typed={typed} type={type} postmarkField={postmarkField} />
        <SheetChecks form={form} />
        {error && (
          <div className="full-width">
            <ErrorNotice error={error} />
          </div>
        )}
      </Form>
    </Section>
  );
}
