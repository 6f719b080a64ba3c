import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Pictures of the screens are compared by `npm run look` alone.
    include: process.env['GUICHET_LOOK']
      ? ['tests/look/look.ts']
      : ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.ts', 'tools/**/*.test.ts'],
    globalSetup: ['tests/builders/postgres-door.ts'],
    // Native modules (SQLite, sharp, argon2) and child processes are safer in processes than in threads.
    pool: 'forks',
    // One more than its own choice on two cores: half of what tests wait for is Chromium, PostgreSQL, CUPS.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Real PostgreSQL, Chromium and argon2 on a two-core machine.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    allowOnly: false,
    passWithNoTests: false,
  },
});
