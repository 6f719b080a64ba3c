import { fieldClassOf } from '../fields/catalogue.ts';

/** Answers that make sense only together: the identity; what is asked for; the acquis and épreuves. */
export type ConflictGroup = 'identity' | 'choice' | 'examPaper';

/**
 * The group whose fields two counters must not change side by side, even when the fields differ: half of one identity and half of
 * another is nobody. Undefined for what stands alone (address, phone, e-mail), where changes to different fields are united.
 */
export function conflictGroupOf(path: string): ConflictGroup | undefined {
  const fieldClass = fieldClassOf(path);
  return fieldClass === 'contact' ? undefined : fieldClass;
}
