import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { databaseFile, databaseUrlDefault, type Env, readEnv } from '#server/env';
import { authSecret } from './auth-secret';

/**
 * The settings of this process, from the environment and from `.env`, where the environment wins.
 * Makes the folder of the database file and the secret kept in it, and tells next-auth what it needs.
 * Prints one line per fault and ends the process when a setting is wrong.
 */
export function loadSettings(): Env {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const problem = addAuthSecret();
  if (problem !== null) return stop([problem]);
  const result = readEnv(process.env);
  if (!result.ok) return stop(result.faults);
  process.env.NEXTAUTH_URL = result.env.appUrl;
  process.env.NEXTAUTH_SECRET = result.env.authSecret;
  return result.env;
}

/** Returns a sentence where the secret beside the database file cannot be read or made. */
function addAuthSecret(): string | null {
  const file = databaseFile(process.env.DATABASE_URL?.trim() || databaseUrlDefault);
  if (file === null) return null;
  const folder = dirname(file);
  try {
    mkdirSync(folder, { recursive: true });
    process.env.AUTH_SECRET = process.env.AUTH_SECRET?.trim() || authSecret(folder);
    return null;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : 'unknown reason';
    return `AUTH_SECRET could not be read or made: ${reason}.`;
  }
}

function stop(faults: readonly string[]): never {
  for (const fault of faults) console.error(fault);
  process.exit(1);
}
