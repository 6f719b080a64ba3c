import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { beforeAll, expect, test } from 'vitest';

interface BuilderConfiguration {
  npmRebuild: boolean;
  publish: null;
  electronFuses: Record<string, boolean>;
  nsis: { perMachine: boolean };
  msi: { perMachine: boolean };
}

/** The part of electron-builder that reads and judges a configuration; it has no public door to it. */
interface BuilderInsides {
  getConfig(folder: string, file: string, options: null): Promise<BuilderConfiguration>;
  validateConfiguration(configuration: BuilderConfiguration, log: object): Promise<void>;
}

const projectFolder = resolve(import.meta.dirname, '..');
const requireHere = createRequire(import.meta.url);
const builder = createRequire(requireHere.resolve('electron-builder/package.json'));
const { getConfig, validateConfiguration } = builder(
  'app-builder-lib/out/util/config/config.js',
) as BuilderInsides;

let configuration: BuilderConfiguration;

beforeAll(async () => {
  configuration = await getConfig(projectFolder, 'electron-builder.yml', null);
});

const log = { isEnabled: false, add: () => undefined };

test('electron-builder accepts the configuration', async () => {
  await expect(validateConfiguration(configuration, log)).resolves.toBeUndefined();
});

test('electron-builder refuses a word it does not know', async () => {
  const misspelt = { ...configuration, electronFuse: {} };

  await expect(validateConfiguration(misspelt, log)).rejects.toThrow('electronFuse');
});

test('the program runs as itself only: no Node, no debugger, no code from outside its archive', () => {
  expect(configuration.electronFuses).toEqual({
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    grantFileProtocolExtraPrivileges: false,
    enableCookieEncryption: true,
    onlyLoadAppFromAsar: true,
    enableEmbeddedAsarIntegrityValidation: true,
  });
});

test('Windows installs it once for every clerk of the PC, and nothing is published or compiled on the way', () => {
  const { nsis, msi, publish, npmRebuild } = configuration;

  expect([nsis.perMachine, msi.perMachine, publish, npmRebuild]).toEqual([true, true, null, false]);
});
