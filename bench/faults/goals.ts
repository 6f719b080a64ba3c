/** What must hold whatever breaks. Never lowered to what was reached. Durations in seconds. */
export const FAULT_GOALS: Readonly<Record<string, string>> = {
  lost: '<= 0',
  doubled: '<= 0',
  'number-collisions': '<= 0',
  'items-without-verdict': '<= 0',
  'diverged-replicas': '<= 0',
  'receipts-for-absent-data': '<= 0',
  'slowest-quiescence': '<= 60',
  'station-usable-after-kill': '<= 2',
  'station-resumed-after-kill': '<= 3',
  'centre-back-after-kill': '<= 10',
};
