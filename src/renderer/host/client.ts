import type { CommandInput, CommandName, CommandOutput } from '#shared/contract/index.ts';
import { GuichetError } from '#shared/errors.ts';
import { events, type EventName, type EventPayload } from '#shared/events.ts';
import { decode, encode } from '#shared/wire/codec.ts';
import { fromWireError } from '#shared/wire/envelope.ts';
import { hostFrameSchema, type EventFrame, type ReplyFrame } from '#shared/wire/frames.ts';
import type { Transport } from '#shared/wire/transport.ts';

export interface Client {
  /** Rejects with a GuichetError of the closed set, never with anything else. */
  call<Name extends CommandName>(name: Name, input: CommandInput<Name>): Promise<CommandOutput<Name>>;
  /** Returns a function that stops listening. */
  on<Name extends EventName>(name: Name, listener: (payload: EventPayload<Name>) => void): () => void;
  /** Rejects every call without reply (`cancelled`): the host is gone and will not answer them. */
  abandonPending(): void;
}

interface PendingCall {
  resolve(value: unknown): void;
  reject(error: GuichetError): void;
}

type AnyListener = (payload: unknown) => void;

/** The contract as functions, over whatever carries encoded frames. */
export function createClient(transport: Transport): Client {
  const pending = new Map<number, PendingCall>();
  const listeners = new Map<string, Set<AnyListener>>();
  let lastId = 0;

  transport.listen((text) => {
    const frame = hostFrameSchema.parse(decode(text));
    if (frame.kind === 'reply') settle(frame, pending);
    else announce(frame, listeners);
  });

  return {
    call<Name extends CommandName>(name: Name, input: CommandInput<Name>) {
      const id = ++lastId;
      return new Promise<CommandOutput<Name>>((resolve, reject) => {
        // The core answers by the contract: its output is not judged a second time here.
        pending.set(id, { resolve: (value) => resolve(value as CommandOutput<Name>), reject });
        transport.send(encode({ kind: 'call', id, method: name, input }));
      });
    },
    on<Name extends EventName>(name: Name, listener: (payload: EventPayload<Name>) => void) {
      const known = listeners.get(name) ?? new Set();
      const received: AnyListener = (payload) => listener(payload as EventPayload<Name>);
      listeners.set(name, known.add(received));
      return () => known.delete(received);
    },
    abandonPending() {
      for (const call of pending.values()) call.reject(new GuichetError('cancelled'));
      pending.clear();
    },
  };
}

function settle(frame: ReplyFrame, pending: Map<number, PendingCall>): void {
  const call = pending.get(frame.id);
  pending.delete(frame.id);
  if (frame.envelope.ok) call?.resolve(frame.envelope.value);
  else call?.reject(fromWireError(frame.envelope.error));
}

function announce(frame: EventFrame, listeners: Map<string, Set<AnyListener>>): void {
  if (!Object.hasOwn(events, frame.name)) return;
  for (const listener of listeners.get(frame.name) ?? []) listener(frame.payload);
}
