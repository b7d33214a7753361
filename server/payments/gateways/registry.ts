import { adyen } from './adyen';
import { authorizenetSilentPost } from './authorizenet-silent-post';
import { authorizenetWebhooks } from './authorizenet-webhooks';
import type { Gateway } from './gateway';
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

/** Every gateway id of the public contract, with its adapter. */
const gateways = {
  'authorizenet-silent-post': authorizenetSilentPost,
  'authorizenet-webhooks': authorizenetWebhooks,
  stripe,
  adyen,
  redsys,
  'opayo-server': opayoServer,
  'paypal-webhooks': paypalWebhooks,
  'paypal-ipn': paypalIpn,
  'payflow-silent-post': payflowSilentPost,
  'standard-webhooks': standardWebhooks,
  'universal-form': universalForm,
  'generic-hmac': genericHmac,
  square,
  mollie,
  razorpay,
  paystack,
  worldpay,
  'twocheckout-ipn': twocheckoutIpn,
} as const satisfies Record<string, Gateway>;

/** Those that make a key for each payment. */
export const registeringGateways = [opayoServer] as const;

export type GatewayId = keyof typeof gateways;

export function isGatewayId(id: string): id is GatewayId {
  return Object.hasOwn(gateways, id);
}

/** The adapter of an id, or null where there is no such gateway. */
export function findGateway(id: string): Gateway | null {
  return isGatewayId(id) ? gateways[id] : null;
}
