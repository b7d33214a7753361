import { existsSync, readFileSync } from 'node:fs';

/** What a check that only passes or fails counts for. */
export function countExit(code) {
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** The tests of Vitest's JSON report; a file that could not be loaded is one failed test. */
export function countVitest(path, code) {
  return countReport(path, code, (report) => {
    const unloaded = report.testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
    );
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + unloaded.length,
    };
  });
}

/** The tests of Playwright's JSON report; one that passed on a second try has failed. */
export function countPlaywright(path, code) {
  return countReport(path, code, ({ stats }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
  }));
}

/** A run that ended badly without saying which test failed is one failed test. */
function countReport(path, code, read) {
  const count = existsSync(path)
    ? read(JSON.parse(readFileSync(path, 'utf8')))
    : { passed: 0, failed: 0 };
  const isUnexplained = count.failed === 0 && (code !== 0 || count.passed === 0);
  return isUnexplained ? { ...count, failed: 1 } : count;
}
