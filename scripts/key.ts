import { parseArgs } from 'node:util';
import { connect } from '#db/client';
import { migrate } from '#db/migrate';
import { type Scope, scopes } from '#domain/vocabulary';
import { createContext } from '#server/context';
import { AppError } from '#server/errors';
import { createApiKey } from '#server/staff/create-api-key';
import { loadSettings } from './load-settings';

class Usage extends Error {}

async function main(): Promise<void> {
  const wanted = readArguments(process.argv.slice(2));
  const env = loadSettings();
  const db = await connect({ url: env.databaseUrl, authToken: env.databaseAuthToken });
  await migrate(db.$client);
  const { key } = await createApiKey(createContext({ db, env }), wanted);
  db.$client.close();
  console.log(key);
}

function readArguments(args: readonly string[]): { name: string; scopes: readonly Scope[] } {
  const { name, scopes: list } = parse(args);
  if (name === undefined || name.trim() === '')
    throw new Usage('Give the key a name: npm run --silent key -- --name NAME.');
  return { name, scopes: list === undefined ? scopes : list.split(',').map(readScope) };
}

function parse(args: readonly string[]): { name?: string; scopes?: string } {
  try {
    const options = { name: { type: 'string' }, scopes: { type: 'string' } } as const;
    return parseArgs({ args: [...args], options }).values;
  } catch {
    throw new Usage('Use it like this: npm run --silent key -- --name NAME [--scopes a,b].');
  }
}

function readScope(text: string): Scope {
  const scope = scopes.find((known) => known === text.trim());
  if (scope === undefined)
    throw new Usage(`There is no scope "${text.trim()}": choose from ${scopes.join(', ')}.`);
  return scope;
}

main().catch((error: unknown) => {
  console.error(error instanceof Usage || error instanceof AppError ? error.message : error);
  process.exitCode = 1;
});
