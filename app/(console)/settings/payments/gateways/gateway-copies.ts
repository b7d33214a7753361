import type { GatewayId } from '#server/payments/gateways/registry';
import { adyen } from './adyen';
import { authorizenetSilentPost } from './authorizenet-silent-post';
import { authorizenetWebhooks } from './authorizenet-webhooks';
import type { GatewayCopy } from './gateway-copy';
import { genericHmac } from './generic-hmac';
import { mollie } from './mollie';
import { opayoServer } from './opayo-server';
import { payflowSilentPost } from './payflow-silent-post';
import { paypalIpn } from './paypal-ipn';
import { paypalWebhooks } from './paypal-webhooks';
import { paystack } from './paystack';
import { razorpay } from './razorpay';
import { redsys } from './redsys';
import { square } from './square';
import { standardWebhooks } from './standard-webhooks';
import { stripe } from './stripe';
import { twocheckoutIpn } from './twocheckout-ipn';
import { universalForm } from './universal-form';
import { worldpay } from './worldpay';

/** In the order in which they are offered: what a shop is likely to have comes first. */
const gatewayCopies = {
  stripe,
  'paypal-webhooks': paypalWebhooks,
  adyen,
  square,
  mollie,
  'authorizenet-webhooks': authorizenetWebhooks,
  'authorizenet-silent-post': authorizenetSilentPost,
  worldpay,
  'opayo-server': opayoServer,
  redsys,
  razorpay,
  paystack,
  'twocheckout-ipn': twocheckoutIpn,
  'payflow-silent-post': payflowSilentPost,
  'paypal-ipn': paypalIpn,
  'standard-webhooks': standardWebhooks,
  'universal-form': universalForm,
  'generic-hmac': genericHmac,
} as const satisfies Record<GatewayId, GatewayCopy>;

export const offeredGateways: readonly (readonly [string, GatewayCopy])[] =
  Object.entries(gatewayCopies);

/** What the console says about a gateway, or null for one that cannot be chosen. */
export function gatewayCopy(id: string | undefined): GatewayCopy | null {
  return offeredGateways.find(([offered]) => offered === id)?.[1] ?? null;
}

/** The name of a gateway; one that cannot be chosen goes by its id. */
export function gatewayName(id: string): string {
  return gatewayCopy(id)?.name ?? id;
}
