import type { GatewayId } from '../registry';
import { authorizenetSilentPost } from './authorizenet-silent-post';
import type { SignSample } from './sample';
import { standardWebhooks } from './standard-webhooks';
import { stripe } from './stripe';

/** Those that sign with a secret which we have too; the others' messages only they can make. */
const signers = {
  stripe,
  'authorizenet-silent-post': authorizenetSilentPost,
  'standard-webhooks': standardWebhooks,
} as const satisfies Partial<Record<GatewayId, SignSample>>;

/** What signs sample messages of a gateway, or null where nobody but the gateway can. */
export function findSigner(gateway: string): SignSample | null {
  const all: Readonly<Record<string, SignSample>> = signers;
  return Object.hasOwn(all, gateway) ? (all[gateway] ?? null) : null;
}
