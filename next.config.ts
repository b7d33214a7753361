import type { NextConfig } from 'next';

const isDev = process.env.NODE_ENV === 'development';

// Next puts the data of a page into inline scripts; nothing comes from elsewhere.
const trackingPolicy = [
  "default-src 'none'",
  `script-src 'self' 'unsafe-inline'${isDev ? " 'unsafe-eval'" : ''}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  `connect-src 'self'${isDev ? ' ws:' : ''}`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const everywhere = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Content-Security-Policy', value: "frame-ancestors 'none'" },
];

/** The address of a tracking page is its key, as is that of a link to sign in: nobody else may learn, list or keep it. */
const onTrackingPages = [
  { key: 'X-Robots-Tag', value: 'noindex, nofollow, noarchive' },
  { key: 'Referrer-Policy', value: 'no-referrer' },
  { key: 'Cache-Control', value: 'private, no-store' },
  { key: 'Content-Security-Policy', value: trackingPolicy },
];

/** The address of a download opens a file, for a short time; what is sent is sent as it is. */
const onDownloads = [
  { key: 'X-Robots-Tag', value: 'noindex, nofollow, noarchive' },
  { key: 'Referrer-Policy', value: 'no-referrer' },
  { key: 'Cache-Control', value: 'private, no-store, no-transform' },
  {
    key: 'Content-Security-Policy',
    value:
      "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'",
  },
];

const config: NextConfig = {
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  poweredByHeader: false,
  // A pasted list of ten thousand serial codes must come back whole when something in it is wrong.
  experimental: { globalNotFound: true, serverActions: { bodySizeLimit: '4mb' } },
  // Types are checked by `npm test`; a shop that starts need not wait for them.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['@libsql/client', 'libsql', 'nodemailer'],
  // The later of two values for one header counts.
  headers: async () => [
    { source: '/:path*', headers: everywhere },
    { source: '/track/:path*', headers: onTrackingPages },
    { source: '/my/:path*', headers: onTrackingPages },
    { source: '/download/:path*', headers: onDownloads },
  ],
};

export default config;
