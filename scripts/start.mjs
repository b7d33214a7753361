import { checkPort } from './port.mjs';
import { nextArgs, pinnedNode, run } from './run.mjs';
import { build, install, whileSettingUp } from './set-up.mjs';

const isDev = process.argv.includes('--dev');
process.env.NODE_ENV = isDev ? 'development' : 'production';

// npm, killed outright, passes nothing on; a shell may go and leave the server running.
const hasWatchedParent = process.env.npm_lifecycle_event !== undefined;
if (hasWatchedParent) await import('./leave-with-parent.mjs');

try {
  const prepared = await whileSettingUp(setUp);
  process.exitCode = prepared === null ? 1 : await serve(prepared);
} catch (cause) {
  console.error(cause.message);
  process.exitCode = 1;
}

/** Prepares before it builds, so that a wrong setting is told at once. */
async function setUp() {
  await install();
  const prepared = await prepare();
  if (prepared !== null && !isDev) await build();
  return prepared;
}

/** The port and the whole environment to serve with; null when the reason why not has been told. */
async function prepare() {
  let prepared = null;
  const code = await run(pinnedNode(), ['--import', 'tsx', 'scripts/prepare.ts'], {
    onMessage: (message) => {
      prepared = message;
    },
  });
  if (code > 1) throw new Error(`The preparation was cut short (exit code ${code}): try again.`);
  return code === 0 ? prepared : null;
}

/** Becomes the server where Node can do that, and else stays as its parent. */
async function serve({ port, environment }) {
  await checkPort(port);
  const node = pinnedNode();
  const canBecome = process.execve !== undefined && process.platform !== 'win32';
  const args = [
    ...(hasWatchedParent || !canBecome ? ['--import', './scripts/leave-with-parent.mjs'] : []),
    ...nextArgs(isDev ? 'dev' : 'start', '-p', String(port)),
  ];
  if (canBecome) process.execve(node, [node, ...args], environment);
  return run(node, args, { env: environment });
}
