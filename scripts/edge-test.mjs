import { buildForEdge } from './edge-build.mjs';
import { pinnedNode, run } from './run.mjs';
import { install, whileSettingUp } from './set-up.mjs';

try {
  await whileSettingUp(async () => {
    await install();
    await buildForEdge();
  });
  process.exitCode = await run(pinnedNode(), ['--import', 'tsx', 'e2e/edge/run-journey.ts']);
} catch (cause) {
  console.error(cause.message);
  process.exitCode = 1;
}
