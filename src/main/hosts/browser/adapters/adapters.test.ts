import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { testAppInfo } from '#main/ports/app-info.contract.ts';
import { testFileDialogs } from '#main/ports/file-dialogs.contract.ts';
import { testSecretStore } from '#main/ports/secret-store.contract.ts';
import { testShell } from '#main/ports/shell.contract.ts';
import { createFileSecretStore } from './file-secret-store.ts';
import { noFileDialogs } from './no-file-dialogs.ts';
import { createBrowserPorts } from './ports.ts';
import { createXdgShell } from './xdg-shell.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guichet-adapters-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

testAppInfo(
  'the browser host',
  () => createBrowserPorts({ version: '0.1.0', settingsFolder: folder }).appInfo,
);

testFileDialogs('the browser host', () => noFileDialogs);

testSecretStore('the key file', () => ({
  store: createFileSecretStore(join(folder, 'here/station.key')),
  elsewhere: createFileSecretStore(join(folder, 'there/station.key')),
}));

test('the key file can be read by its owner only, and so can its folder', async () => {
  const keyFile = join(folder, 'settings/station.key');
  await createFileSecretStore(keyFile).protect(new Uint8Array(32));

  const rights = [keyFile, join(folder, 'settings')].map((path) => (statSync(path).mode & 0o777).toString(8));
  expect(rights).toEqual(['600', '700']);
});

test('programs that start together use one key', async () => {
  const keyFile = join(folder, 'settings/station.key');
  const source = join(import.meta.dirname, 'file-secret-store.ts');
  const program = `
    import { createFileSecretStore } from ${JSON.stringify(source)};
    const sealed = await createFileSecretStore(${JSON.stringify(keyFile)}).protect(Buffer.from('secret'));
    process.stdout.write(Buffer.from(sealed).toString('base64'));`;
  const runs = Array.from({ length: 4 }, () =>
    promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program]),
  );
  const sealed = (await Promise.all(runs)).map(({ stdout }) => Buffer.from(stdout, 'base64'));

  const store = createFileSecretStore(keyFile);
  const revealed = await Promise.all(sealed.map((one) => store.reveal(one)));
  expect(revealed.map((one) => Buffer.from(one).toString())).toEqual([
    'secret',
    'secret',
    'secret',
    'secret',
  ]);
});

test('a damaged key file is never replaced by a new key', async () => {
  const keyFile = join(folder, 'station.key');
  writeFileSync(keyFile, 'too short');

  await expect(createFileSecretStore(keyFile).protect(new Uint8Array(32))).rejects.toMatchObject({
    code: 'database-damaged',
  });
  expect(readFileSync(keyFile, 'utf8')).toBe('too short');
});

/** A stand-in for the user's browser: a real command that notes what it was asked to open. */
function notingCommand(): { command: string; opened(): Promise<string[]> } {
  const notes = join(folder, 'opened');
  const command = join(folder, 'open');
  writeFileSync(notes, '');
  writeFileSync(command, `#!/bin/sh\nprintf '%s\\n' "$@" >> '${notes}'\n`);
  chmodSync(command, 0o700);
  return {
    command,
    opened: () =>
      Promise.resolve(
        readFileSync(notes, 'utf8')
          .split('\n')
          .filter((line) => line !== ''),
      ),
  };
}

testShell('the desktop’s own command', () => {
  const { command, opened } = notingCommand();
  return { shell: createXdgShell(command), opened };
});

test('a machine without a desktop says so instead of doing nothing', async () => {
  const shell = createXdgShell(join(folder, 'absent'));

  await expect(shell.openExternal('https://exemple.invalid/')).rejects.toMatchObject({
    code: 'unsupported-on-this-host',
  });
});
