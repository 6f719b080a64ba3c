export interface Clock {
  /** Milliseconds since the epoch. */
  nowMs(): number;
  /** Milliseconds since the program started; never goes back. */
  monotonicMs(): number;
}
