import type { RegistrationSummary } from '#shared/contract/registrations.ts';
import { statusSchema } from '#shared/contract/registrations.ts';
import { textOf } from '#main/database/columns.ts';
import type { Row } from '#main/database/types.ts';
import type { Reference } from '#main/domains/reference/index.ts';
import { examOf } from './registration-store.ts';

/** Columns of `registration r` that say whose file it is, in the lists of work. */
export const FILE_COLUMNS =
  'r.id, r.registration_number, r.birth_name, r.given_names, r.exam, r.specialty_code, r.status';

export type FileSummary = Pick<
  RegistrationSummary,
  'registrationNumber' | 'birthName' | 'givenNames' | 'exam' | 'specialtyLabel' | 'status'
>;

export function fileSummaryOf(row: Row, reference: Reference): FileSummary {
  const code = textOf(row, 'specialty_code');
  return {
    registrationNumber: textOf(row, 'registration_number'),
    birthName: textOf(row, 'birth_name'),
    givenNames: textOf(row, 'given_names'),
    exam: examOf(row),
    specialtyLabel: reference.findSpecialty(code)?.label ?? code,
    status: statusSchema.parse(row['status']),
  };
}
