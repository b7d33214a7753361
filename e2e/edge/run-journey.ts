import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { owner, type Stage, setStage } from './stage';

const stage = await setStage();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => void stage.close().then(() => process.exit(1)));
try {
  process.exitCode = await playOn(stage);
} finally {
  await stage.close();
}

async function playOn({ url, apiKey, mailUrl }: Stage): Promise<number> {
  const player = spawn('playwright', ['test', '--config', 'e2e/edge/playwright.config.ts'], {
    stdio: 'inherit',
    env: {
      ...process.env,
      EDGE_URL: url,
      EDGE_API_KEY: apiKey,
      EDGE_MAIL_URL: mailUrl,
      EDGE_OWNER_EMAIL: owner.email,
      EDGE_OWNER_PASSWORD: owner.password,
    },
  });
  const [code] = await once(player, 'exit');
  return typeof code === 'number' ? code : 1;
}
