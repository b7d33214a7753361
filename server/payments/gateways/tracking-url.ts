import type { GatewayAccount } from './gateway';

/** Where a shopper looks after an order: beside the address that the gateway was told. */
export function trackingUrl({ url }: GatewayAccount): string {
  return new URL('/track', url).href;
}
