import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'server/**/*.test.ts',
      'server/**/*.test.tsx',
      'db/**/*.test.ts',
      'emails/**/*.test.tsx',
      'scripts/**/*.test.ts',
    ],
    globalSetup: 'scripts/test-folder.ts',
    testTimeout: 30_000,
    // Left to itself it leaves one core idle, which of two is half.
    maxWorkers: '100%',
  },
});
