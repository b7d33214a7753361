import type { GatewayId } from '../registry';
import { adyen } from './adyen';
import { authorizenetSilentPost } from './authorizenet-silent-post';
import { authorizenetWebhooks } from './authorizenet-webhooks';
import { genericHmac } from './generic-hmac';
import { opayoServer } from './opayo-server';
import { paystack } from './paystack';
import { razorpay } from './razorpay';
import { redsys } from './redsys';
import type { SignSample } from './sample';
import { square } from './square';
import { standardWebhooks } from './standard-webhooks';
import { stripe } from './stripe';
import { twocheckoutIpn } from './twocheckout-ipn';
import { universalForm } from './universal-form';
import { worldpay } from './worldpay';

/** Those that sign with a secret which we have too; the others' messages only they can make. */
export const signers = {
  'authorizenet-silent-post': authorizenetSilentPost,
  'authorizenet-webhooks': authorizenetWebhooks,
  stripe,
  adyen,
  redsys,
  'opayo-server': opayoServer,
  'standard-webhooks': standardWebhooks,
  'universal-form': universalForm,
  'generic-hmac': genericHmac,
  square,
  razorpay,
  paystack,
  worldpay,
  'twocheckout-ipn': twocheckoutIpn,
} as const satisfies Partial<Record<GatewayId, SignSample>>;

/** What signs sample messages of a gateway, or null where nobody but the gateway can. */
export function findSigner(gateway: string): SignSample | null {
  const all: Readonly<Record<string, SignSample>> = signers;
  return Object.hasOwn(all, gateway) ? (all[gateway] ?? null) : null;
}
