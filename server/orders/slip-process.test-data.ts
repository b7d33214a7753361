import { connect } from '#db/client';
import { createContext } from '#server/context';
import { readEnv } from '#server/env';
import { readShop } from '#server/settings/read-shop';
import { tellOfSlips } from './tell-of-slips';

// For tests: a process of its own that waits to be told "go" and records slips until none is left.
const settings = readEnv(process.env);
if (!settings.ok) throw new Error(settings.faults.join('\n'));
const { env } = settings;
const db = await connect({ url: env.databaseUrl, authToken: null });
const ctx = { ...createContext({ db, env }), now: () => Number(process.env.TEST_NOW) };
const by = {
  actor: { kind: 'system', id: 'worker', name: 'Counterfoil' },
  shop: await readShop(ctx),
} as const;

process.once('message', async () => {
  const slipped = await tellOfSlips(ctx, by);
  process.send?.({ slipped });
  process.disconnect();
});
process.send?.('ready');
