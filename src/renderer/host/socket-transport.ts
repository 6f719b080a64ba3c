import { SOCKET_PATH, socketProtocol } from '#shared/wire/channel.ts';
import type { Transport } from '#shared/wire/transport.ts';
import { createConnection, type Connection } from './connection.ts';

const RETRY_MS = 1000;

/** The part of a WebSocket that is used here; tests give their own. */
export type OpenSocket = () => WebSocket;

/**
 * The browser host's transport: one WebSocket, opened again when it drops. Frames wait for the socket to open; those that
 * wait when it fails are dropped, and the client rejects their calls when it hears `lost` (a call is never sent twice).
 */
export function createSocketTransport(openSocket: OpenSocket): {
  transport: Transport;
  connection: Connection;
} {
  const connection = createConnection('connecting');
  const listeners = new Set<(frame: string) => void>();
  let waiting: string[] = [];
  let socket: WebSocket;

  function connect(): void {
    socket = openSocket();
    socket.onopen = () => {
      for (const frame of waiting) socket.send(frame);
      waiting = [];
      connection.set('open');
    };
    socket.onmessage = (message: MessageEvent<unknown>) => {
      if (typeof message.data !== 'string') return;
      for (const listener of listeners) listener(message.data);
    };
    socket.onclose = () => {
      waiting = [];
      connection.set('lost');
      setTimeout(connect, RETRY_MS);
    };
  }

  connect();
  return {
    connection,
    transport: {
      send(frame) {
        if (connection.state() === 'open') socket.send(frame);
        else waiting.push(frame);
      },
      listen(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
  };
}

/** The socket of the browser host: same origin, with the run's token as subprotocol. */
export function openWireSocket(location: Location, token: string): WebSocket {
  const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:';
  return new WebSocket(`${scheme}//${location.host}${SOCKET_PATH}`, socketProtocol(token));
}
