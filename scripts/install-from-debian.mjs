import { existsSync } from 'node:fs';
import { run } from './run.mjs';

let updated;

/** Installs a package of Debian where this is Debian and we are root; else nothing happens. */
export async function installFromDebian(name, { log }) {
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) return;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  updated ??= run('apt-get', ['update'], { env, log });
  await updated;
  await run('apt-get', ['install', '-y', name], { env, log });
}
