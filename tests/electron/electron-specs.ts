import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildIfNeeded } from '../../tools/build-if-needed.mjs';
import { findElectronBinary } from '../../tools/electron-binary.mjs';

const projectFolder = resolve(import.meta.dirname, '../..');

interface Program {
  app: ElectronApplication;
  page: Page;
  /** Starts the same program once more, on the same data folder. */
  startAgain(): Promise<ElectronApplication>;
}

/**
 * Registers what only a real Electron can prove. Where its program could not be downloaded, one test says how many specs
 * were not run and why, and fails if `REQUIRE_ELECTRON=1` (the release machine).
 */
export function electronSpecs(specs: Record<string, (program: Program) => Promise<void>>): void {
  const binary = findElectronBinary();
  if (binary === undefined) registerAbsence(Object.keys(specs).length);
  else registerSpecs(binary, specs);
}

function registerAbsence(count: number): void {
  test('Electron may be absent from this machine', () => {
    process.stdout.write(
      `${count} Electron specs not run: its program is not installed here (npx install-electron).\n`,
    );

    expect(process.env.REQUIRE_ELECTRON, 'REQUIRE_ELECTRON=1 asks for the real program').not.toBe('1');
  });
}

function registerSpecs(binary: string, specs: Record<string, (program: Program) => Promise<void>>): void {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-electron-'));
  let program: Program;

  const start = () =>
    _electron.launch({
      executablePath: binary,
      args: [projectFolder, `--data=${join(folder, 'data')}`, `--user-data-dir=${join(folder, 'profile')}`],
    });

  beforeAll(async () => {
    buildIfNeeded({
      projectFolder,
      script: 'build',
      sources: ['src/**', 'docs/manuel/**'],
      result: 'out/renderer/index.html',
    });
    const app = await start();
    program = { app, page: await app.firstWindow(), startAgain: start };
  });

  afterAll(async () => {
    await program.app.close();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const [title, spec] of Object.entries(specs)) test(title, () => spec(program));
}
