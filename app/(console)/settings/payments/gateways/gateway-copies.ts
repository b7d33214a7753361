import type { GatewayId } from '#server/payments/gateways/registry';
import { adyen } from './adyen';
import { authorizenetSilentPost } from './authorizenet-silent-post';
import { authorizenetWebhooks } from './authorizenet-webhooks';
import type { GatewayCopy } from './gateway-copy';
import { genericHmac } from './generic-hmac';
import { opayoServer } from './opayo-server';
import { redsys } from './redsys';
import { square } from './square';
import { mollie } from './mollie';
import { payflowSilentPost } from './payflow-silent-post';
import { paypalIpn } from './paypal-ipn';
import { paypalWebhooks } from './paypal-webhooks';
import { standardWebhooks } from './standard-webhooks';
import { stripe } from './stripe';
import { twocheckoutIpn } from './twocheckout-ipn';
import { universalForm } from './universal-form';
import { worldpay } from './worldpay';

/** The gateways that can be chosen, in the order in which they are offered. */
const gatewayCopies = {
  stripe,
  'authorizenet-webhooks': authorizenetWebhooks,
  square,
  'twocheckout-ipn': twocheckoutIpn,
  'authorizenet-silent-post': authorizenetSilentPost,
  adyen,
  redsys,
  'opayo-server': opayoServer,
  worldpay,
  'paypal-webhooks': paypalWebhooks,
  'paypal-ipn': paypalIpn,
  'payflow-silent-post': payflowSilentPost,
  mollie,
  'standard-webhooks': standardWebhooks,
  'generic-hmac': genericHmac,
  'universal-form': universalForm,
} as const satisfies Partial<Record<GatewayId, GatewayCopy>>;

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
