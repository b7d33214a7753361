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
    testTimeout: 30_000,
  },
});
