import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.ts', 'tools/**/*.test.ts'],
    globalSetup: ['tests/builders/postgres-door.ts'],
    // Native modules (SQLite, sharp, argon2) and child processes are safer in processes than in threads.
    pool: 'forks',
    // Real PostgreSQL, Chromium and argon2 on a two-core machine.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    allowOnly: false,
    passWithNoTests: false,
  },
});
