import type { InkMark } from '#shared/contract/page-reading.ts';
import type { Registration } from '#shared/contract/registrations.ts';
import { findField } from '#shared/fields/catalogue.ts';
import { problemSentence } from '#shared/sentences/problem-sentences.ts';
import type { SheetField } from '#shared/sheet/layout.ts';
import { FIELD_KINDS } from '../../fields/field-kinds.ts';
import { answerAt } from '../registration/index.ts';
import { FieldCrop } from './FieldCrop.tsx';
import { unionOf } from './page-geometry.ts';
import type { Scan } from './scan.ts';
import type { Acceptance } from './useAcceptance.ts';

interface CorrectionInputProps {
  field: SheetField;
  /** Printed on this page of the sheet: its ink can be shown. */
  isOnPage: boolean;
  marks: readonly InkMark[];
  scan: Scan | undefined;
  registration: Registration;
  acceptance: Acceptance;
}

/** One field: the ink as it is on the paper, what is printed, and the input for what is written. */
export function CorrectionInput({
  field,
  isOnPage,
  marks,
  scan,
  registration,
  acceptance,
}: CorrectionInputProps) {
  const { Input } = FIELD_KINDS[findField(field.id)?.kind ?? 'text'];
  const { answers, examYear } = registration;
  const { typed, type, error } = acceptance;
  const problem = error?.fields.find((one) => one.path === field.id);
  const ink = marks.filter((mark) => mark.fields.includes(field.id)).map((mark) => mark.box);
  const box = unionOf([field.box, ...ink]) ?? field.box;
  return (
    <div>
      {scan && isOnPage && <FieldCrop scan={scan} box={box} label={field.label} />}
      <Input
        label={field.label}
        description={`Imprimé : ${field.value === '' ? '(vide)' : field.value}`}
        value={typed.has(field.id) ? typed.get(field.id) : answerAt(answers, field.id)}
        onChange={(value) => type(field.id, value)}
        errorMessage={problem && problemSentence(problem)}
        context={{ exam: answers.candidature.exam, session: examYear }}
      />
    </div>
  );
}
