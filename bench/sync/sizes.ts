/** Of each scan of the benchmark. */
export const SCAN_BYTES = 500_000;

/** What each side and each peer has sent before it is timed: until then half of a program's time goes to compiling itself. */
export const WARM_UP = { registrations: 1_000, scans: 600 };
