import { spawn } from 'node:child_process';
import { GuichetError } from '#shared/errors.ts';
import type { Shell } from '#main/ports/shell.ts';
import { httpsUrl } from '../../external-url.ts';

/** Opens addresses with the desktop's own command. Throws GuichetError `unsupported-on-this-host` where there is none. */
export function createXdgShell(command = 'xdg-open'): Shell {
  return {
    async openExternal(url) {
      await start(command, httpsUrl(url));
    },
  };
}

function start(command: string, url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, [url], { stdio: 'ignore', detached: true });
    child.once('error', (cause) => reject(new GuichetError('unsupported-on-this-host', { cause })));
    child.once('spawn', () => {
      // The browser may outlive us.
      child.unref();
      resolve();
    });
  });
}
