/** Of each scan of the benchmark. */
export const SCAN_BYTES = 500_000;

/** What each side and each peer has sent before it is timed, so that no time goes to a program that has just started. */
export const WARM_UP = { registrations: 1_000, scans: 200 };
