import { connect } from '#db/client';
import { createContext } from '#server/context';
import { readEnv } from '#server/env';
import { deliverDue } from './deliver-due';
import { openTransport } from './transports/open-transport';

// For tests: a process of its own that waits to be told "go" and delivers until nothing is due.
const settings = readEnv(process.env);
if (!settings.ok) throw new Error(settings.faults.join('\n'));
const { env } = settings;
const db = await connect({ url: env.databaseUrl, authToken: null });
const transport = await openTransport(env.mail);
if (!transport) throw new Error('There is no transport.');
const ctx = { ...createContext({ db, env }), now: () => Number(process.env.TEST_NOW) };

process.once('message', async () => {
  let sent = 0;
  for (let taken = 1; taken > 0; ) {
    const delivery = await deliverDue(ctx, transport, { batch: 3 });
    taken = delivery.taken;
    sent += delivery.sent;
  }
  process.send?.({ sent });
  process.disconnect();
});
process.send?.('ready');
