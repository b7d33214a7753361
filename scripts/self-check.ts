import { connect } from '#db/client';
import { checksCount, selfCheck } from '#server/self-check/self-check';
import { loadSettings } from './load-settings';

const shownMax = 50;

const { databaseUrl: url, databaseAuthToken: authToken } = loadSettings();
const differences = await selfCheck(await connect({ url, authToken }));
for (const { what, which, stored, computed } of differences.slice(0, shownMax)) {
  console.log(`${what}: ${which} has ${stored}, the facts say ${computed}`);
}
if (differences.length === 0) {
  console.log(`All is well: ${checksCount} checks, no difference.`);
} else {
  console.log(`${differences.length} differences in ${checksCount} checks.`);
  process.exitCode = 1;
}
