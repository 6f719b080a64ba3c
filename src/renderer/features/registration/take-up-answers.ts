import { findField } from '#shared/fields/catalogue.ts';
import type { FormValues } from './form-values.ts';
import { formValuesFrom } from './form-values.ts';
import { isRecord } from './is-record.ts';

/**
 * The form of a known person: her answers of last time, with the address, e-mail and telephone that were typed today where they were. Who she
 * is comes from her file.
 */
export function takeUpAnswers(typed: FormValues, known: Record<string, unknown>): FormValues {
  const { identification } = typed;
  const contact = Object.entries(isRecord(identification) ? identification : {}).filter(
    ([field, value]) => isContact(field) && typeof value === 'string' && value.trim() !== '',
  );
  const values = formValuesFrom(known);
  const from = isRecord(values['identification']) ? values['identification'] : {};
  const isMoved = contact.some(([field]) => field === 'addressLine1');
  // France is there before anybody typed: it says nothing of where she lives until an address does.
  const kept = contact.filter(([field]) => isMoved || field !== 'addressCountry');
  return { ...values, identification: { ...from, ...Object.fromEntries(kept) } };
}

function isContact(field: string): boolean {
  return findField(`identification.${field}`)?.fieldClass === 'contact';
}
