import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
let house: string;

beforeEach(() => {
  house = mkdtempSync(join(tmpdir(), 'guichet-house-'));
  for (const file of [
    'package.json',
    'tsconfig.json',
    'tsconfig.base.json',
    '.dependency-cruiser.cjs',
    'eslint.config.mjs',
  ]) {
    cpSync(join(root, file), join(house, file));
  }
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'));
});

afterEach(() => rmSync(house, { recursive: true, force: true }));

function plant(files: Record<string, string>) {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), content);
  }
}

interface Violation {
  from: string;
  rule: { name: string };
}

function brokenImportRules(): string[] {
  const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  // Violations make it exit with their number, which is not a failure here.
  const { stdout } = spawnSync(process.execPath, [cruiser, 'src', '--output-type', 'json'], {
    cwd: house,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  const { summary } = JSON.parse(stdout) as { summary: { violations: Violation[] } };
  return summary.violations.map(({ from, rule }) => `${rule.name}: ${from}`).sort();
}

const EMPTY = 'export const nothing = 0;\n';
const importing = (...targets: string[]) => targets.map((target) => `import '${target}';\n`).join('');

test('every line of the import table catches a planted violation', () => {
  plant({
    'src/shared/a.ts': importing('node:fs'),
    'src/shared/b.ts': importing('#main/core.ts'),
    'src/main/core.ts': EMPTY,
    'src/main/scan/reader.ts': importing('#main/hosts/cups.ts', '#main/domains/returns/store.ts'),
    'src/main/hosts/cups.ts': EMPTY,
    'src/main/scanners/sane.ts': importing('#main/scan/reader.ts'),
    'src/main/sync/client.ts': importing('#central/server.ts'),
    'src/main/domains/returns/store.ts': importing('better-sqlite3'),
    'src/main/domains/drafts/index.ts': importing('#main/domains/returns/store.ts', '#main/scanners/sane.ts'),
    'src/main/database/open.ts': importing('#main/domains/drafts/index.ts'),
    'src/main/database/migrations/010-first.ts': importing('#shared/errors.ts'),
    'src/shared/errors.ts': EMPTY,
    'src/main/hosts/electron/ipc.ts': importing('../browser/server.ts'),
    'src/main/hosts/browser/server.ts': importing('electron'),
    'src/main/hosts/serve.ts': importing('ws'),
    'src/preload/preload.ts': importing('#main/core.ts'),
    'src/renderer/features/desk/index.ts': importing('#main/core.ts', 'node:fs', '../returns/table.ts'),
    'src/renderer/features/returns/table.ts': EMPTY,
    'src/renderer/ui/button.ts': importing('#shared/errors.ts'),
    'src/renderer/fields/date.ts': importing('../features/desk/index.ts'),
    'src/central/server.ts': importing('#main/core.ts'),
    'src/simulator/pen.ts': importing('#main/scan/reader.ts'),
    'src/cli/main.ts': importing('electron'),
    'src/main/app.ts': importing('../cli/main.ts', './nowhere.ts'),
    'src/main/jobs/one.ts': `${importing('./two.ts')}export const one = 1;\n`,
    'src/main/jobs/two.ts': `${importing('./one.ts')}export const two = 2;\n`,
  });

  expect(brokenImportRules()).toEqual([
    'browser-host-alone: src/main/hosts/browser/server.ts',
    'central-imports-shared-only: src/central/server.ts',
    'cli-has-no-window: src/cli/main.ts',
    'core-knows-no-host: src/main/scan/reader.ts',
    'core-scans-through-the-port: src/main/domains/drafts/index.ts',
    'database-knows-no-domain: src/main/database/open.ts',
    'domains-leave-sql-driver-to-database: src/main/domains/returns/store.ts',
    'domains-through-their-index: src/main/domains/drafts/index.ts',
    'electron-host-alone: src/main/hosts/electron/ipc.ts',
    'features-through-their-index: src/renderer/features/desk/index.ts',
    'fields-know-no-feature: src/renderer/fields/date.ts',
    'machinery-enters-domains-by-index: src/main/scan/reader.ts',
    'main-knows-no-other-room: src/main/app.ts',
    'main-knows-no-other-room: src/main/sync/client.ts',
    'migrations-import-nothing-living: src/main/database/migrations/010-first.ts',
    'no-cycle: src/main/jobs/one.ts',
    'nobody-imports-cli: src/main/app.ts',
    'preload-is-thin: src/preload/preload.ts',
    'renderer-has-no-machine: src/renderer/features/desk/index.ts',
    'renderer-has-no-node: src/renderer/features/desk/index.ts',
    'resolvable: src/main/app.ts',
    'scanners-know-no-domain: src/main/scanners/sane.ts',
    'shared-host-code-runs-in-both: src/main/hosts/serve.ts',
    'shared-imports-only-zod: src/shared/a.ts',
    'shared-imports-only-zod: src/shared/b.ts',
    'shared-tests-stay-in-shared: src/shared/b.ts',
    'simulator-imports-shared-only: src/simulator/pen.ts',
    'ui-is-about-looks-only: src/renderer/ui/button.ts',
  ]);
});

test('a house that follows the table breaks no rule', () => {
  plant({
    'src/shared/errors.ts': `import { z } from 'zod';\nexport const code = z.string();\n`,
    'src/main/domains/drafts/index.ts': importing('./store.ts', '#shared/errors.ts'),
    'src/main/domains/drafts/store.ts': EMPTY,
    'src/main/domains/returns/commands.ts': importing('#main/domains/drafts/index.ts'),
    'src/main/scan/reader.ts': importing('#main/domains/drafts/index.ts', 'node:worker_threads'),
    'src/main/database/open.ts': importing('better-sqlite3', '#shared/errors.ts'),
    'src/main/hosts/electron/ipc.ts': importing('electron', '../serve-frames.ts'),
    'src/main/hosts/serve-frames.ts': importing('#main/domains/drafts/index.ts', '#main/scanners/sane.ts'),
    'src/main/scanners/sane.ts': importing('#shared/errors.ts', '#main/ports/scanner.ts'),
    'src/main/ports/scanner.ts': EMPTY,
  });

  expect(brokenImportRules()).toEqual([]);
});

interface LintResult {
  filePath: string;
  messages: { ruleId: string | null }[];
}

function brokenLintRules(): string[] {
  const eslint = join(root, 'node_modules/eslint/bin/eslint.js');
  const { stdout } = spawnSync(process.execPath, [eslint, '.', '--format', 'json'], {
    cwd: house,
    encoding: 'utf8',
  });
  const results = JSON.parse(stdout) as LintResult[];
  return results.flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId }) => `${ruleId}: ${filePath.slice(house.length + 1)}`),
  );
}

test('the linter catches what the house forbids', () => {
  const lines = (count: number) => '  console.assert(true);\n'.repeat(count);
  plant({
    'any.ts': 'export const anything: any = 0;\n',
    'drawer/helpers.ts': EMPTY,
    'drawer/tsconfig.json': '{ "extends": "../tsconfig.base.json" }',
    'later.ts': `// TO${'DO'} later\n${EMPTY}`,
    'long-file.ts': 'export {};\n'.repeat(501),
    'long-function.ts': `export function long() {\n${lines(51).replaceAll('console.assert(true)', 'void 0')}}\n`,
    'skipped.test.ts': "import { test } from 'vitest';\ntest.skip('later', () => {});\n",
    'switch.ts': `export function say(x: 'a' | 'b') {\n  switch (x) {\n    case 'a':\n      return 1;\n  }\n  return 0;\n}\n`,
    'unheard.ts': 'async function work() {}\nexport function start() {\n  work();\n}\n',
  });

  expect(brokenLintRules().sort()).toEqual([
    '@typescript-eslint/no-explicit-any: any.ts',
    '@typescript-eslint/no-floating-promises: unheard.ts',
    '@typescript-eslint/switch-exhaustiveness-check: switch.ts',
    'max-lines-per-function: long-function.ts',
    'max-lines: long-file.ts',
    'no-restricted-syntax: drawer/helpers.ts',
    'no-restricted-syntax: skipped.test.ts',
    'no-warning-comments: later.ts',
  ]);
});

test('the compiler keeps the globals of one room out of another', () => {
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  for (const path of ['src/shared/tsconfig.json', 'src/main/tsconfig.json', 'src/renderer/tsconfig.json']) {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    cpSync(join(root, path), join(house, path));
  }
  const foreign = {
    shared: 'export const seen = [process, document];\n',
    main: 'export const seen = [process, document];\n',
    renderer: 'export const seen = [process, document];\n',
  };
  for (const [room, code] of Object.entries(foreign)) plant({ [`src/${room}/a.ts`]: code });

  const unknownNames = Object.keys(foreign).map((room) => {
    const { stdout } = spawnSync(process.execPath, [compiler, '-p', `src/${room}`, '--pretty', 'false'], {
      cwd: house,
      encoding: 'utf8',
    });
    return [room, [...stdout.matchAll(/Cannot find name '(\w+)'/g)].map(([, name]) => name)];
  });

  expect(Object.fromEntries(unknownNames)).toEqual({
    shared: ['process', 'document'],
    main: ['document'],
    renderer: ['process'],
  });
});
