/** The one IPC channel of the Electron host; frames travel on it both ways. */
export const FRAME_CHANNEL = 'guichet:frame';

/** The path of the browser host's socket. */
export const SOCKET_PATH = '/wire';

/** The browser host's token of this run, as the socket's subprotocol: never in an address, so never in a log. */
export function socketProtocol(token: string): string {
  return `guichet.${token}`;
}
