import { parseArgs } from 'node:util';
import { connect } from '#db/client';
import { migrate } from '#db/migrate';
import { createContext } from '#server/context';
import { AppError } from '#server/errors';
import { resetPassword } from '#server/staff/reset-password';
import { loadSettings } from './load-settings';

class Usage extends Error {}

async function main(): Promise<void> {
  const email = readEmail(process.argv.slice(2));
  const env = loadSettings();
  const db = await connect({ url: env.databaseUrl, authToken: env.databaseAuthToken });
  await migrate(db.$client);
  const password = await resetPassword(createContext({ db, env }), email);
  db.$client.close();
  console.log('Every session has ended. The new password is:');
  console.log(password);
}

function readEmail(args: readonly string[]): string {
  const { email } = parse(args);
  if (email === undefined) {
    throw new Usage('Say whose it is: npm run --silent reset-password -- --email ADDRESS.');
  }
  return email;
}

function parse(args: readonly string[]): { email?: string } {
  try {
    return parseArgs({ args: [...args], options: { email: { type: 'string' } } }).values;
  } catch {
    throw new Usage('Use it like this: npm run --silent reset-password -- --email ADDRESS.');
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Usage || error instanceof AppError ? error.message : error);
  process.exitCode = 1;
});
