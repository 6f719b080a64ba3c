/** What must hold whatever a disk, a power cut or a person does. Never lowered to what was reached. Durations in seconds. */
export const HARDEN_GOALS: Readonly<Record<string, string>> = {
  'power-cut-lost': '<= 0',
  'kill-lost': '<= 0',
  'kill-usable-slowest': '<= 2',
  'io-error-false-acknowledgements': '<= 0',
  'mutants-caught': '>= 1',
  'bit-flip-detected': '>= 1',
  'bit-flip-restore-slowest': '<= 10',
  'bit-flip-untold-losses': '<= 0',
  'audit-sound-slowest': '<= 1',
  'audit-located-slowest': '<= 5',
  'audit-missed': '<= 0',
};
