import type { FieldKind } from '#shared/fields/catalogue.ts';
import {
  CATEGORY_LABELS,
  CIVILITY_LABELS,
  COUNTER_REASON_LABELS,
  DISABILITY_REQUEST_LABELS,
  EXAM_LABELS,
  FORM_LABELS,
  HELD_TITLE_LABELS,
} from '#shared/fields/stringify.ts';
import { AnswerOutput, CampaignOutput, CountryOutput, DateOutput, SpecialtyOutput } from './AnswerOutput.tsx';
import { choiceInput } from './choice-input.tsx';
import { CountryInput } from './CountryInput.tsx';
import { DateInput } from './DateInput.tsx';
import type { FieldKindParts } from './field-kind.ts';
import { NumberInput } from './NumberInput.tsx';
import { SpecialtyInput } from './SpecialtyInput.tsx';
import { EmailInput, PhoneInput, TextInput } from './TextInputs.tsx';
import { WorkPeriodsInput } from './WorkPeriodsInput.tsx';
import { YesNoInput } from './YesNoInput.tsx';

/** How each kind of the catalogue is edited and read back. */
export const FIELD_KINDS: Record<FieldKind, FieldKindParts> = {
  text: { Input: TextInput, Output: AnswerOutput },
  personName: { Input: TextInput, Output: AnswerOutput },
  date: { Input: DateInput, Output: DateOutput },
  country: { Input: CountryInput, Output: CountryOutput },
  commune: { Input: TextInput, Output: AnswerOutput },
  email: { Input: EmailInput, Output: AnswerOutput },
  phone: { Input: PhoneInput, Output: AnswerOutput },
  civility: { Input: choiceInput(CIVILITY_LABELS), Output: AnswerOutput },
  campaign: { Input: TextInput, Output: CampaignOutput },
  exam: { Input: choiceInput(EXAM_LABELS), Output: AnswerOutput },
  category: { Input: choiceInput(CATEGORY_LABELS), Output: AnswerOutput },
  yesNo: { Input: YesNoInput, Output: AnswerOutput },
  disabilityRequest: { Input: choiceInput(DISABILITY_REQUEST_LABELS), Output: AnswerOutput },
  specialty: { Input: SpecialtyInput, Output: SpecialtyOutput },
  form: { Input: choiceInput(FORM_LABELS), Output: AnswerOutput },
  counterReason: { Input: choiceInput(COUNTER_REASON_LABELS), Output: AnswerOutput },
  heldTitle: { Input: choiceInput(HELD_TITLE_LABELS), Output: AnswerOutput },
  hours: { Input: NumberInput, Output: AnswerOutput },
  workPeriods: { Input: WorkPeriodsInput, Output: AnswerOutput },
};
