import { statusSchema, type FieldChange } from '#shared/contract/registrations.ts';
import { hasEnded } from '#shared/rules/registration-status.ts';
import type { End } from '#main/domains/registrations/index.ts';

/** The path under which an op tells that a candidature ends. */
export const STATUS_PATH = 'file.status';
const REASON_PATH = 'file.statusReason';

/** The end that a proposal asks for, with its reason; undefined when it only changes answers. */
export function endProposed(changes: readonly FieldChange[]): { end: End; reason: string } | undefined {
  const status = statusSchema.safeParse(changes.find(({ path }) => path === STATUS_PATH)?.after).data;
  if (!status || !hasEnded(status)) return undefined;
  const reason = changes.find(({ path }) => path === REASON_PATH)?.after;
  return { end: status, reason: typeof reason === 'string' ? reason : '' };
}
