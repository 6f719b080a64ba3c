export interface Clock {
  /** Milliseconds since the epoch. */
  nowMs(): number;
  /** Milliseconds since the program started; never goes back. */
  monotonicMs(): number;
  /** True when the date is played (GUICHET_CLOCK), which only a base école may do. */
  readonly isPlayed: boolean;
}
