import { adyen } from './adyen';
import { authorizenetSilentPost } from './authorizenet-silent-post';
import { authorizenetWebhooks } from './authorizenet-webhooks';
import type { Gateway } from './gateway';
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

/** Every gateway id of the public contract, whether its adapter is built or not. */
const gatewayIds = [
  'authorizenet-silent-post',
  'authorizenet-webhooks',
  'stripe',
  'adyen',
  'redsys',
  'opayo-server',
  'paypal-webhooks',
  'paypal-ipn',
  'payflow-silent-post',
  'standard-webhooks',
  'universal-form',
  'generic-hmac',
  'square',
  'mollie',
  'razorpay',
  'paystack',
  'worldpay',
  'twocheckout-ipn',
] as const;

export type GatewayId = (typeof gatewayIds)[number];

/** The adapters that are built: only these can be chosen for a payment account. */
const gateways = {
  'authorizenet-silent-post': authorizenetSilentPost,
  'authorizenet-webhooks': authorizenetWebhooks,
  stripe,
  adyen,
  redsys,
  'opayo-server': opayoServer,
  worldpay,
  'paypal-webhooks': paypalWebhooks,
  'paypal-ipn': paypalIpn,
  'payflow-silent-post': payflowSilentPost,
  'standard-webhooks': standardWebhooks,
  square,
  'generic-hmac': genericHmac,
  'twocheckout-ipn': twocheckoutIpn,
  'universal-form': universalForm,
  mollie,
} as const satisfies Partial<Record<GatewayId, Gateway>>;

/** Whether the contract knows the id; `findGateway` may still have no adapter for it. */
export function isGatewayId(id: string): id is GatewayId {
  return gatewayIds.some((known) => known === id);
}

/** The adapter of an id, or null where there is none (yet). */
export function findGateway(id: string): Gateway | null {
  const built: Readonly<Record<string, Gateway>> = gateways;
  return Object.hasOwn(built, id) ? (built[id] ?? null) : null;
}
