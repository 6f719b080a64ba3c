import { shell } from 'electron';
import type { Shell } from '#main/ports/shell.ts';
import { httpsUrl } from '../../external-url.ts';

export const electronShell: Shell = {
  async openExternal(url) {
    await shell.openExternal(httpsUrl(url));
  },
};
