import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installFromDebian } from './install-from-debian.mjs';
import { run } from './run.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const places = ['/usr/bin', '/Applications/Google Chrome.app/Contents/MacOS'];
const log = '.tmp/browser.log';

/**
 * The browser to test with, fetched where there is none: the path of a browser of the system, or
 * null where Playwright has its own. Throws a sentence where none can be had.
 */
export async function findChromium() {
  const path = systemBrowser();
  if (path !== null || (await hasOwnBrowser())) return path;
  console.log('Fetching a browser…');
  await run('npx', ['playwright', 'install', 'chromium'], { log });
  if (await hasOwnBrowser()) return null;
  await installFromDebian('chromium', { log });
  const installed = systemBrowser();
  if (installed !== null) return installed;
  throw new Error(
    'There is no browser to test with: install Chromium or Google Chrome, or set CHROMIUM_PATH to one.',
  );
}

function systemBrowser() {
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...places];
  const paths = folders.flatMap((folder) =>
    [...names, 'Google Chrome'].map((name) => join(folder, name)),
  );
  return [process.env.CHROMIUM_PATH, ...paths].find(isBrowser) ?? null;
}

async function hasOwnBrowser() {
  const { chromium } = await import('@playwright/test');
  return isBrowser(chromium.executablePath());
}

/** A browser may be there and yet not run, for want of a library or as a stub of another packager. */
function isBrowser(path) {
  return Boolean(path) && existsSync(path) && spawnSync(path, ['--version']).status === 0;
}
