import { protocol, type Session } from 'electron';
import { SECURITY_HEADERS } from '../content-security-policy.ts';
import { findRendererFile } from '../renderer-files.ts';

const SCHEME = 'guichet';

/** The origin of the one page that may call the core. A scheme of our own has none of the rights of `file:`. */
export const APP_ORIGIN = `${SCHEME}://app`;

/** Must be called before Electron is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the built window, and nothing else, under `guichet://app/`. */
export function serveApp(session: Session, rendererFolder: string): void {
  session.protocol.handle(SCHEME, async (request) => {
    const url = new URL(request.url);
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const file =
      url.host === 'app' && isRead ? await findRendererFile(rendererFolder, url.pathname) : undefined;
    if (!file) return new Response(null, { status: 404, headers: SECURITY_HEADERS });
    return new Response(file.content, { headers: { ...SECURITY_HEADERS, 'Content-Type': file.mediaType } });
  });
}
