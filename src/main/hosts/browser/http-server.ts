import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SECURITY_HEADERS } from '../content-security-policy.ts';
import { findRendererFile } from '../renderer-files.ts';

/** This machine only; a name such as `localhost` would not be enough against DNS rebinding, the check is on the header. */
const LOOPBACK = '127.0.0.1';

export interface RendererServer {
  server: Server;
  /** What the Host header of every honest request says, e.g. `127.0.0.1:4173`. */
  authority: string;
}

/** Serves the built window on the loopback address. A page of another site, even rebound to it, is refused. */
export async function serveRenderer(rendererFolder: string, port: number): Promise<RendererServer> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, resolve);
  });
  const authority = `${LOOPBACK}:${(server.address() as AddressInfo).port}`;
  server.on('request', (request, response) => void answer(request, response, { rendererFolder, authority }));
  return { server, authority };
}

/** Whether the request names this server, and comes from its own page or from no page at all. */
export function isForThisHost(request: IncomingMessage, authority: string): boolean {
  const { host, origin } = request.headers;
  return host === authority && (origin === undefined || origin === `http://${authority}`);
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { rendererFolder, authority }: { rendererFolder: string; authority: string },
): Promise<void> {
  if (!isForThisHost(request, authority)) return refuse(response, 403);
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405);
  const [path = '/'] = (request.url ?? '/').split('?');
  const file = await findRendererFile(rendererFolder, path);
  if (!file) return refuse(response, 404);
  response.writeHead(200, { ...SECURITY_HEADERS, 'Content-Type': file.mediaType });
  response.end(request.method === 'HEAD' ? undefined : file.content);
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, SECURITY_HEADERS).end();
}
