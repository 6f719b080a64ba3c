/**
 * What a run of vitest amounts to. A test file that does not even load, an error outside any test, a skipped test and a
 * run without any test are failures: none of them may look like a success.
 *
 * @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 *   testResults: { status: string, assertionResults: { status: string }[] }[] }} VitestReport
 * @param {VitestReport | undefined} report
 * @param {number} exitStatus
 */
export function countTests(report, exitStatus) {
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const unloadedFiles = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every(({ status }) => status !== 'failed'),
  ).length;
  const skipped = report.numPendingTests + report.numTodoTests;
  const failed = report.numFailedTests + unloadedFiles + skipped;
  const ranNothing = report.numPassedTests + failed === 0;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && (exitStatus !== 0 || ranNothing) ? 1 : failed,
    skipped,
  };
}
