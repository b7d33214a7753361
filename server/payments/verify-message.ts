import type { Context } from '#server/context';
import { SealedTextUnreadable } from '#server/secret-box';
import { askerOf } from './ask-gateway';
import {
  type GatewayAccount,
  notConfigured,
  type SignedMessage,
  type Verification,
} from './gateways/gateway';
import { findGateway } from './gateways/registry';
import { type AccountRow, gatewayAccount } from './payment-account';
import { openRegistered, type RegisteredRow } from './registered-payment';

type Received = Readonly<{
  message: SignedMessage;
  atMs: number;
  /** What the shop has handed in of the payment that the message names. */
  registered: RegisteredRow | undefined;
}>;

/**
 * What the adapter of an account makes of a message that came in at `atMs` (ms UTC); the gateway is
 * asked where that is needed. Never throws for what stands in the message.
 */
export async function verifyMessage(
  ctx: Context,
  account: AccountRow,
  { message, atMs, registered }: Received,
): Promise<Verification> {
  const gateway = findGateway(account.gateway);
  if (!account.enabled) return notConfigured('This payment account is switched off.');
  if (!gateway) return notConfigured('This payment account takes no callbacks.');
  const opened = openAccount(ctx, account, registered);
  if ('reason' in opened) return notConfigured(opened.reason);
  return gateway.verify(message, opened, { atMs, ask: askerOf(gateway, ctx.env) });
}

function openAccount(
  { env }: Context,
  account: AccountRow,
  registered: RegisteredRow | undefined,
): GatewayAccount | Readonly<{ reason: string }> {
  try {
    return {
      ...gatewayAccount(account, env),
      registered: registered ? openRegistered(registered, env) : null,
    };
  } catch (error) {
    if (error instanceof SealedTextUnreadable) return { reason: error.message };
    throw error;
  }
}
