import { existsSync } from 'node:fs';
import { defineConfig, devices } from '@playwright/test';

const systemChromium = '/usr/bin/chromium';

// biome-ignore lint/style/noDefaultExport: Playwright takes its settings from the default export.
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/edge',
  timeout: 90_000,
  retries: 0,
  workers: 1,
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    baseURL: process.env.EDGE_URL ?? '',
    actionTimeout: 15_000,
    trace: 'retain-on-failure',
    launchOptions: {
      ...(existsSync(systemChromium) && { executablePath: systemChromium }),
      ...(process.getuid?.() === 0 && { args: ['--no-sandbox'] }),
    },
  },
});
