import type { App, Session, WebContents } from 'electron';
import { APP_ORIGIN } from './app-protocol.ts';

/** Everything that could fetch something from elsewhere; the window is made of local files only. */
const REMOTE_URLS = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*', 'file://*/*'];

/** Switches that would hand the window, and with it every candidate, to another program of the machine. */
const DEBUG_SWITCHES = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-allow-origins',
  'inspect',
  'inspect-brk',
];

/** Whether a release was started in a way that opens it to a debugger. A checkout may be debugged. */
export function isOpenToDebuggers(app: Pick<App, 'isPackaged' | 'commandLine'>): boolean {
  return app.isPackaged && DEBUG_SWITCHES.some((name) => app.commandLine.hasSwitch(name));
}

/** No camera, no notification, no remote content, no dictionary download. */
export function hardenSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, grant) => grant(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest({ urls: REMOTE_URLS }, (_details, answer) => answer({ cancel: true }));
}

/** A window shows the page it was made for, whatever that page tries. */
export function hardenContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => {
    if (!isAppPage(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
}

/** A reload of our own page, or the preview of a PDF held in memory by it. */
function isAppPage(url: string): boolean {
  return url.startsWith(`${APP_ORIGIN}/`) || url.startsWith(`blob:${APP_ORIGIN}/`);
}
