import { readFileSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { GuichetError } from '#shared/errors.ts';
import type { FileDialogs } from './file-dialogs.ts';

/** A clerk who is told that a file is saved finds it: an adapter saves it, or says that it cannot. */
export function testFileDialogs(adapter: string, fileDialogs: () => FileDialogs): void {
  test(`${adapter} saves the bytes where the clerk chose, or says that it cannot`, async () => {
    const content = new TextEncoder().encode('un export fictif');
    const outcome = await fileDialogs()
      .saveAs('export.csv', content)
      .then(
        (path) => (path === undefined ? 'gave up' : readFileSync(path, 'utf8')),
        (error: unknown) => (error instanceof GuichetError ? error.code : error),
      );

    expect(['un export fictif', 'unsupported-on-this-host']).toContain(outcome);
  });

  test(`${adapter} answers with a folder that is there, or says that it cannot`, async () => {
    const outcome = await fileDialogs()
      .chooseFolder('Clé')
      .then(
        (path) => path === undefined || statSync(path).isDirectory(),
        (error: unknown) => (error instanceof GuichetError ? error.code : error),
      );

    expect([true, 'unsupported-on-this-host']).toContain(outcome);
  });
}
