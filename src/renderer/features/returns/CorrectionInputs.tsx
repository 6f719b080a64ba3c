import { useState } from 'react';
import type { PageReading } from '#shared/contract/page-reading.ts';
import type { Registration } from '#shared/contract/registrations.ts';
import type { SheetLayout } from '#shared/sheet/layout.ts';
import { Select } from '../../ui/Select.tsx';
import { CorrectionInput } from './CorrectionInput.tsx';
import { isTypable, printedFields, touchedFieldIds } from './corrections.ts';
import type { Scan } from './scan.ts';
import type { Acceptance } from './useAcceptance.ts';

interface CorrectionInputsProps {
  reading: PageReading;
  layout: SheetLayout;
  scan: Scan | undefined;
  registration: Registration;
  acceptance: Acceptance;
}

/** The fields that ink touches, each with what is printed and a place to type what is written. Others can be called. */
export function CorrectionInputs({ reading, layout, ...inputs }: CorrectionInputsProps) {
  const [called, setCalled] = useState<string[]>([]);
  const touched = touchedFieldIds(reading);
  const fields = printedFields(layout, reading);
  const everywhere = layout.pages.flatMap((page) => page.fields);
  const isShown = (id: string) => touched.has(id) || called.includes(id);
  const shown = everywhere.filter(({ id }) => isShown(id) && isTypable(id));
  const lists = fields.filter(({ id }) => touched.has(id) && !isTypable(id));
  // A note at the back of the sheet may be about any answer of its front.
  const others = everywhere.filter(({ id }) => !isShown(id) && isTypable(id));
  return (
    <>
      {shown.length + lists.length > 0 && (
        <>
          <h3>Corrections à saisir</h3>
          <div className="step-body corrections">
            {shown.map((field) => (
              <CorrectionInput
                key={field.id}
                field={field}
                isOnPage={fields.includes(field)}
                marks={reading.marks}
                {...inputs}
              />
            ))}
            {lists.map((field) => (
              <p key={field.id}>
                <strong>{field.label}</strong> : {field.value}{' '}
                <span className="quiet">— à corriger dans le dossier.</span>
              </p>
            ))}
          </div>
        </>
      )}
      <Select
        label="Autre rubrique à corriger"
        isRequired={false}
        options={others.map((field) => ({ value: field.id, label: field.label }))}
        value={undefined}
        onChange={(id) => setCalled([...called, id])}
      />
    </>
  );
}
