/** Whatever reads bytes that somebody else wrote. */
export interface Parser {
  name: string;
  /** Of each hundred inputs of a run: the slow ones take fewer. */
  share: number;
  /** Sound inputs, to be damaged; the first of them at least must be read without an error. */
  prepare(): Promise<ReadyParser>;
}

export interface ReadyParser {
  samples: readonly Uint8Array[];
  /** Throws, or answers, as the program would. */
  parse(bytes: Uint8Array): unknown;
  /** Whether this is one of the refusals that the parser announces. */
  isRefusal(error: unknown): boolean;
  close?(): void;
}
