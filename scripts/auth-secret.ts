import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The secret kept in a folder, made on first use; processes that start together get the same one.
 * Throws where the file cannot be read or made, or holds no secret.
 */
export function authSecret(folder: string): string {
  const path = join(folder, 'auth-secret');
  const secret = read(path) ?? make(folder, path);
  if (secret.length < 32) throw new Error(`${path} is damaged, put it back from a backup`);
  return secret;
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (cause) {
    if (isError(cause, 'ENOENT')) return null;
    throw cause;
  }
}

/** A link never replaces a file, so the first process wins and nobody reads half a secret. */
function make(folder: string, path: string): string {
  mkdirSync(folder, { recursive: true });
  const draft = `${path}.${process.pid}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(draft, path);
  } catch (cause) {
    if (!isError(cause, 'EEXIST')) throw cause;
  } finally {
    rmSync(draft);
  }
  return readFileSync(path, 'utf8').trim();
}

function isError(cause: unknown, code: string): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === code;
}
