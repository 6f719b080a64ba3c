import type { Transport } from '#shared/wire/transport.ts';
import { createConnection, type Connection } from './connection.ts';
import { createSocketTransport, openWireSocket } from './socket-transport.ts';
import { takeToken } from './token.ts';

declare global {
  interface Window {
    /** Put there by Electron's preload; absent in a browser. */
    guichetTransport?: Transport;
  }
}

/** The one place of the window that knows there are two hosts. */
export function resolveHost(window: Window): { transport: Transport; connection: Connection } {
  if (window.guichetTransport) {
    return { transport: window.guichetTransport, connection: createConnection('open') };
  }
  const token = takeToken(window);
  return createSocketTransport(() => openWireSocket(window.location, token));
}
