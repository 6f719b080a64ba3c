import { GuichetError } from '#shared/errors.ts';
import type { FileDialogs } from '#main/ports/file-dialogs.ts';

/** A page may not choose where its program writes: here the window downloads instead. */
export const noFileDialogs: FileDialogs = {
  saveAs() {
    return Promise.reject(new GuichetError('unsupported-on-this-host'));
  },
};
