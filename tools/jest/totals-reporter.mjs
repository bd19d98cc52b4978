import { appendFileSync } from 'node:fs';

/** Adds a run's numbers to the file in `TEST_TOTALS`, so that several runs can be summed up. A suite that could not load failed. */
export default class TotalsReporter {
  onRunComplete(_contexts, { numPassedTests, numFailedTests, numRuntimeErrorTestSuites }) {
    if (process.env['TEST_TOTALS']) {
      const totals = { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites };
      appendFileSync(process.env['TEST_TOTALS'], `${JSON.stringify(totals)}\n`);
    }
  }
}
