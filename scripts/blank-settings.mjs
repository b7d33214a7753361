import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

/**
 * Every setting, blank: beside these a `.env` changes nothing. What is built or tested may not depend
 * on the settings of the shop that is run from this folder, nor meet its data or its mail server.
 */
export function blankSettings() {
  const example = readFileSync(join(root, '.env.example'), 'utf8');
  const names = [...example.matchAll(/^([A-Z0-9_]+)=/gm)].map(([, name]) => name);
  return Object.fromEntries(names.map((name) => [name, '']));
}
