import { defineConfig, devices } from '@playwright/test';
import { hasSwift } from '../scripts/find-swift.mjs';

const systemChromium = process.env.CHROMIUM_PATH;

export default defineConfig({
  testDir: '.',
  // The first has a runner of its own; the second needs a store that only Debian brings.
  testIgnore: ['edge/**', ...(hasSwift() ? [] : ['swift/**'])],
  outputDir: '../test-results',
  timeout: 120_000,
  expect: { timeout: 15_000 },
  retries: 0,
  workers: 2,
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    actionTimeout: 15_000,
    // Filming every journey takes longer than playing the one that failed again, with --trace on.
    trace: 'off',
    launchOptions: {
      // Where nothing says how names of files are written, Chromium keeps none that is not ASCII.
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
      ...(systemChromium && { executablePath: systemChromium }),
      ...(process.getuid?.() === 0 && { args: ['--no-sandbox'] }),
    },
  },
});
