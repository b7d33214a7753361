import type { NextConfig } from 'next';

const config: NextConfig = {
  poweredByHeader: false,
  serverExternalPackages: ['@libsql/client', 'libsql', 'nodemailer'],
};

export default config;
