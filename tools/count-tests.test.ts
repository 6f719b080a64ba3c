import { expect, test } from 'vitest';
import { countTests } from './count-tests.mjs';

const report = (counts: Partial<Parameters<typeof countTests>[0] & object>) => ({
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [],
  ...counts,
});

test('a green run counts its tests', () => {
  expect(countTests(report({ numPassedTests: 3 }), 0)).toEqual({ passed: 3, failed: 0, skipped: 0 });
});

test('a test file that does not load is a failure', () => {
  const unloaded = { status: 'failed', assertionResults: [] };

  expect(countTests(report({ numPassedTests: 3, testResults: [unloaded] }), 1)).toEqual({
    passed: 3,
    failed: 1,
    skipped: 0,
  });
});

test('a failed test is not counted a second time with its file', () => {
  const file = { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] };

  expect(countTests(report({ numPassedTests: 1, numFailedTests: 1, testResults: [file] }), 1)).toEqual({
    passed: 1,
    failed: 1,
    skipped: 0,
  });
});

test('an error outside any test is a failure', () => {
  expect(countTests(report({ numPassedTests: 3 }), 1)).toEqual({ passed: 3, failed: 1, skipped: 0 });
});

test('a skipped test is a failure', () => {
  expect(countTests(report({ numPassedTests: 3, numPendingTests: 1 }), 0)).toEqual({
    passed: 3,
    failed: 1,
    skipped: 1,
  });
});

test('a run without any test is a failure', () => {
  expect(countTests(report({}), 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test('a run that left no report is a failure', () => {
  expect(countTests(undefined, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});
