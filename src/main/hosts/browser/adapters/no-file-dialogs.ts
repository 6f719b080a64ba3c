import { GuichetError } from '#shared/errors.ts';
import type { FileDialogs } from '#main/ports/file-dialogs.ts';

/** A page has no dialogs of the machine: here the window downloads instead, and a folder is typed. */
export const noFileDialogs: FileDialogs = {
  saveAs() {
    return Promise.reject(new GuichetError('unsupported-on-this-host'));
  },
  chooseFolder() {
    return Promise.reject(new GuichetError('unsupported-on-this-host'));
  },
};
