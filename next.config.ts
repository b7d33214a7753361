import type { NextConfig } from 'next';

const config: NextConfig = {
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  poweredByHeader: false,
  // A pasted list of ten thousand serial codes must come back whole when something in it is wrong.
  experimental: { serverActions: { bodySizeLimit: '4mb' } },
  // Types are checked by `npm test`; a shop that starts need not wait for them.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['@libsql/client', 'libsql', 'nodemailer'],
};

export default config;
