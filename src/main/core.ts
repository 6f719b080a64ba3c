import type { EventName } from '#shared/events.ts';
import type { Envelope } from '#shared/wire/envelope.ts';

/**
 * What every host and the command line hold of the program: one way in, one way to hear. `call` never rejects: a failure
 * is an envelope with a code of the closed set, and `input` is validated inside, whoever sent it.
 */
export interface Core {
  call(method: string, input: unknown): Promise<Envelope>;
  /** Returns a function that stops listening. */
  listen(listener: (name: EventName, payload: unknown) => void): () => void;
  /** Ends running work and closes the data folder; nothing may be called afterwards. */
  close(): Promise<void>;
}
