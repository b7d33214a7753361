import { defineCloudflareConfig } from '@opennextjs/cloudflare';

// Every page is made when it is asked for, so there is nothing to keep in R2, KV or D1.
export default { ...defineCloudflareConfig(), buildCommand: 'next build' };
