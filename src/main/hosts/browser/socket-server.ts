import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import { SOCKET_PATH, socketProtocol } from '#shared/wire/channel.ts';
import { MAX_FRAME_LENGTH } from '#shared/wire/frames.ts';
import type { Core } from '#main/core.ts';
import { answerFrame, encodeEvent } from '../serve-frames.ts';
import { isForThisHost, type RendererServer } from './http-server.ts';
import { sameSecret } from './token.ts';

/** WebSocket close codes, RFC 6455 section 7.4.1. */
const UNSUPPORTED_DATA = 1003;
const POLICY_VIOLATION = 1008;

/** Carries frames between the windows that know the token and the core. Returns a function that closes every socket. */
export function serveSockets({ server, authority }: RendererServer, core: Core, token: string): () => void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME_LENGTH });
  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    if (!isOurWindow(request, authority, token)) return refuse(stream);
    sockets.handleUpgrade(request, stream, head, (socket) => carryFrames(socket, core));
  });
  const stopListening = core.listen((name, payload) => {
    const frame = encodeEvent(name, payload);
    for (const socket of sockets.clients) socket.send(frame);
  });
  return () => {
    stopListening();
    for (const socket of sockets.clients) socket.terminate();
    sockets.close();
  };
}

/** A browser lets any page open a socket anywhere: unlike files, a socket always needs our own Origin, and the token. */
function isOurWindow(request: IncomingMessage, authority: string, token: string): boolean {
  return (
    isForThisHost(request, authority) &&
    request.headers.origin !== undefined &&
    request.url === SOCKET_PATH &&
    sameSecret(request.headers['sec-websocket-protocol'] ?? '', socketProtocol(token))
  );
}

function refuse(stream: Duplex): void {
  stream.on('error', () => stream.destroy());
  stream.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
}

function carryFrames(socket: WebSocket, core: Core): void {
  // ws closes the socket itself on a frame that breaks the protocol or is too long.
  socket.on('error', () => socket.terminate());
  socket.on('message', (data: RawData, isBinary: boolean) => {
    if (isBinary) return socket.close(UNSUPPORTED_DATA);
    answerFrame(core, textOf(data)).then(
      (reply) => socket.send(reply),
      () => socket.close(POLICY_VIOLATION),
    );
  });
}

function textOf(data: RawData): string {
  return (Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as ArrayBuffer)).toString('utf8');
}
