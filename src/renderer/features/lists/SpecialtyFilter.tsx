import type { Exam } from '#shared/contract/answers.ts';
import { SpecialtyInput } from '../../fields/SpecialtyInput.tsx';

interface SpecialtyFilterProps {
  exams: readonly Exam[];
  value: string | undefined;
  onChange(value: string | undefined): void;
}

/** Specialties are those of one exam: it is asked for once a single exam is checked. */
export function SpecialtyFilter({ exams, value, onChange }: SpecialtyFilterProps) {
  const [exam, ...others] = exams;
  if (exam === undefined || others.length > 0) return null;
  return (
    <SpecialtyInput
      label="Spécialité"
      value={value ?? ''}
      context={{ exam }}
      onChange={(code) => onChange(typeof code === 'string' && code !== '' ? code : undefined)}
    />
  );
}
