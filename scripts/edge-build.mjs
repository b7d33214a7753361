import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pinnedNode, root, run } from './run.mjs';
import { install, whileSettingUp } from './set-up.mjs';
import { buildStamp, isFresh } from './stamps.mjs';

export const edgeLog = '.tmp/edge-build.log';

const desk = join(root, '.tmp/edge');
const output = join(root, '.open-next');
const sources = [
  'app',
  'db',
  'emails',
  'instrumentation-client.ts',
  'instrumentation.ts',
  'next.config.ts',
  'open-next.config.ts',
  'package.json',
  'postcss.config.mjs',
  'proxy.ts',
  'public',
  'server',
  'tsconfig.json',
  'wrangler.jsonc',
];

/**
 * Builds the app for Cloudflare's workerd into `.open-next`, unless nothing has changed since the
 * last time. OpenNext wants its Next build in `.next`, which a running server may be serving from,
 * so it is given a copy of the sources to build in; the packages are found in the folder above.
 */
export async function buildForEdge() {
  const stampFile = join(output, 'counterfoil');
  const stamp = edgeStamp();
  if (isFresh(stampFile, stamp)) return;
  console.log('Building for the edge…');
  copySources();
  const code = await runOpenNext();
  if (code !== 0) throw new Error(`The app could not be built: the reasons are in ${edgeLog}.`);
  rmSync(output, { recursive: true, force: true });
  renameSync(join(desk, '.open-next'), output);
  writeFileSync(stampFile, stamp);
}

function edgeStamp() {
  const hash = createHash('sha256').update(buildStamp(root));
  for (const file of ['open-next.config.ts', 'wrangler.jsonc'])
    hash.update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

/** Next's cache stays in the copy from one build to the next; everything else is made anew. */
function copySources() {
  mkdirSync(desk, { recursive: true });
  for (const source of sources) {
    rmSync(join(desk, source), { recursive: true, force: true });
    if (existsSync(join(root, source)))
      cpSync(join(root, source), join(desk, source), { recursive: true, filter: isBuilt });
  }
}

function isBuilt(path) {
  return !/\.test\.tsx?$/.test(path);
}

async function runOpenNext() {
  const { NEXT_DIST_DIR: _, ...inherited } = process.env;
  const env = { ...inherited, NODE_ENV: 'production', WRANGLER_SEND_METRICS: 'false' };
  const program = join(root, 'node_modules/@opennextjs/cloudflare/dist/cli/index.js');
  process.chdir(desk);
  try {
    return await run(pinnedNode(), [program, 'build'], { env, log: join(root, edgeLog) });
  } finally {
    process.chdir(root);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    await whileSettingUp(async () => {
      await install();
      await buildForEdge();
    });
    console.log('Built in .open-next; `npx wrangler deploy` sends it to Cloudflare.');
  } catch (cause) {
    console.error(cause.message);
    process.exitCode = 1;
  }
}
