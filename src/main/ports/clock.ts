export interface Clock {
  /** Milliseconds since the epoch. */
  nowMs(): number;
  /** Milliseconds since the program started; never goes back. */
  monotonicMs(): number;
  /** Milliseconds since the machine started, its sleep included; no date moves it, and another run of the program goes on with it. */
  uptimeMs(): number;
  /** True when the date is played (GUICHET_CLOCK), which only a base école may do. */
  readonly isPlayed: boolean;
}
