/** `lost`: the program behind the window does not answer; a new try is on its way. */
export type ConnectionState = 'connecting' | 'open' | 'lost';

/** Whether the other end of the transport is there, in a shape that React can subscribe to. */
export interface Connection {
  state(): ConnectionState;
  subscribe(listener: () => void): () => void;
}

export interface ConnectionControl extends Connection {
  set(state: ConnectionState): void;
}

export function createConnection(initial: ConnectionState): ConnectionControl {
  const listeners = new Set<() => void>();
  let current = initial;
  return {
    state: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set(state) {
      current = state;
      for (const listener of listeners) listener();
    },
  };
}
