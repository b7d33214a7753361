import { type Ask, askNobody } from './ask';
import type { GatewayAccount, Secrets, Verifying } from './gateway';

/** A live account with these secrets, and with what else the test is about. */
export function accountWith(secrets: Secrets, given: Partial<GatewayAccount> = {}): GatewayAccount {
  return {
    secrets,
    live: true,
    currency: null,
    url: 'https://shop.example/api/silent-response/gateway',
    config: null,
    ...given,
  };
}

/** As if the message came in at that time (ms UTC). */
export function cameIn(atMs: number, ask: Ask = askNobody): Verifying {
  return { atMs, ask };
}
