import { extname } from 'node:path';
import { dialog } from 'electron';
import type { FileDialogs } from '#main/ports/file-dialogs.ts';
import { writeDurably } from '#main/vault/file-store.ts';

export const electronFileDialogs: FileDialogs = {
  /** Throws GuichetError `disk-full`. */
  async saveAs(suggestedName, content) {
    const extension = extname(suggestedName).slice(1);
    const { canceled, filePath } = await dialog.showSaveDialog({
      title: 'Enregistrer sous',
      defaultPath: suggestedName,
      buttonLabel: 'Enregistrer',
      filters: extension === '' ? [] : [{ name: extension.toUpperCase(), extensions: [extension] }],
    });
    if (canceled || filePath === '') return undefined;
    writeDurably(filePath, content);
    return filePath;
  },
  async chooseFolder(title) {
    const { canceled, filePaths } = await dialog.showOpenDialog({
      title,
      buttonLabel: 'Choisir',
      properties: ['openDirectory', 'createDirectory'],
    });
    return canceled ? undefined : filePaths[0];
  },
};
