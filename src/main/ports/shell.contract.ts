import { expect, test } from 'vitest';
import type { Shell } from './shell.ts';

export interface ShellBench {
  shell: Shell;
  /** Addresses that reached the user's browser. */
  opened(): Promise<string[]>;
}

/** A link in a campaign's notice must never start a program. */
export function testShell(adapter: string, bench: () => ShellBench): void {
  test(`${adapter} opens an https address`, async () => {
    const { shell, opened } = bench();
    await shell.openExternal('https://exemple.invalid/notice?page=2');

    await expect.poll(opened).toEqual(['https://exemple.invalid/notice?page=2']);
  });

  test.for([
    'http://exemple.invalid/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'mailto:a@exemple.invalid',
    '',
    '-h',
  ])(`${adapter} refuses %j`, async (address) => {
    const { shell, opened } = bench();

    await expect(shell.openExternal(address)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await opened()).toEqual([]);
  });
}
