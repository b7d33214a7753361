import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { blankSettings } from './blank-settings.mjs';
import { countExit, countPlaywright, countVitest } from './count-tests.mjs';
import { findChromium } from './find-chromium.mjs';
import { findSwift } from './find-swift.mjs';
import { root, run } from './run.mjs';
import { build, buildLog, install, installLog, whileSettingUp } from './set-up.mjs';

const journeys = 'e2e/playwright.config.ts';
const edgeJourney = 'scripts/edge-test.mjs';

const quickStages = [
  ['Types', checkTypes],
  ['Format and lint', async () => countExit(await run('biome', ['check']))],
  ['Dead code', async () => countExit(await run('knip', []))],
  ['Unit tests', runUnitTests],
];
const slowStages = [
  ['Build', buildApp],
  ['Browser', findBrowser],
  ['Object store', findObjectStore],
  ...(existsSync(join(root, journeys)) ? [['Journeys', runJourneys]] : []),
  ...(existsSync(join(root, edgeJourney)) ? [['Journey at the edge', runEdgeJourney]] : []),
];

shieldTests();
const isInstalled = await installAll();
const stages = process.argv.includes('--quick') ? quickStages : [...quickStages, ...slowStages];
const counts = isInstalled ? await runAll(stages) : [{ passed: 0, failed: 1 }];
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = passed > 0 && failed === 0 ? 0 : 1;

/** A test that names no database of its own gets an empty one, never the shop's. */
function shieldTests() {
  Object.assign(process.env, blankSettings());
  const folder = join(root, '.tmp/test-data');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  process.env.DATABASE_URL = `file:${join(folder, 'counterfoil.db')}`;
  delete process.env.NODE_ENV;
}

async function installAll() {
  try {
    await whileSettingUp(install);
    return true;
  } catch (cause) {
    console.error(cause.message);
    showLog(installLog);
    return false;
  }
}

/** One stage after another: one that fails does not keep the next from telling its own faults. */
async function runAll(stages) {
  const counts = [];
  for (const [name, stage] of stages) counts.push(await runOne(name, stage));
  return counts;
}

async function runOne(name, stage) {
  const startedAt = Date.now();
  console.log(`\n── ${name}`);
  const count = await stage().catch((cause) => {
    console.error(cause.message);
    return { passed: 0, failed: 1 };
  });
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  console.log(`── ${name}: ${count.passed} passed, ${count.failed} failed in ${seconds} s`);
  return count;
}

async function checkTypes() {
  const code = await run('next', ['typegen'], { log: '.tmp/typegen.log' });
  if (code !== 0) showLog('.tmp/typegen.log');
  return countExit(code || (await run('tsc', ['--noEmit'])));
}

async function runUnitTests() {
  const report = freshReport('vitest.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return countVitest(report, await run('vitest', ['run', ...reporters]));
}

async function buildApp() {
  try {
    await whileSettingUp(build);
    return countExit(0);
  } catch (cause) {
    showLog(buildLog);
    throw cause;
  }
}

/** Not a test, so it counts only where it fails. */
async function findBrowser() {
  const path = await findChromium();
  console.log(path ?? "Playwright's own");
  if (path === null) delete process.env.CHROMIUM_PATH;
  else process.env.CHROMIUM_PATH = path;
  return { passed: 0, failed: 0 };
}

/** Not a test either: where it is missing, one journey less is played. */
async function findObjectStore() {
  console.log((await findSwift()) ? 'Swift' : 'None: the journey that needs it is left out.');
  return { passed: 0, failed: 0 };
}

async function runJourneys() {
  const report = freshReport('playwright.json');
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const args = ['test', '-c', journeys, '--reporter=list,json'];
  return countPlaywright(report, await run('playwright', args, { env }));
}

async function runEdgeJourney() {
  return countExit(await run('npm', ['run', '--silent', 'edge:test']));
}

function freshReport(name) {
  const path = join(root, '.tmp', name);
  rmSync(path, { force: true });
  return path;
}

function showLog(path) {
  if (existsSync(path)) console.error(readFileSync(path, 'utf8').trimEnd());
}
