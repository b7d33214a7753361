import type { Context } from '#server/context';
import { checkStandardSignature, standardKey } from '#server/signatures/standard-signature';
import { readResendEvent } from './read-resend-event';
import { recordDelivery } from './record-delivery';

type Delivered = Readonly<{
  body: Uint8Array;
  headers: Readonly<Record<string, string | undefined>>;
}>;

/** `ignored`: proved, and about nothing that we keep. */
export type DeliveryVerdict =
  | Readonly<{ verdict: 'recorded' | 'ignored' | 'malformed' | 'not_configured' }>
  | Readonly<{ verdict: 'bad_signature'; reason: string }>;

/** Takes one webhook of Resend in: proves it, then keeps what it says of our message. */
export async function receiveDelivery(ctx: Context, given: Delivered): Promise<DeliveryVerdict> {
  const keys = ctx.env.resendWebhookSecrets.map(standardKey).filter((key) => key !== null);
  if (keys.length === 0) return { verdict: 'not_configured' };
  const signature = checkStandardSignature(given, keys, ctx.now());
  if (!signature.ok) return { verdict: 'bad_signature', reason: signature.reason };
  const news = readResendEvent(given.body);
  if (news === null) return { verdict: 'malformed' };
  if (news === 'ignored') return { verdict: 'ignored' };
  return { verdict: (await recordDelivery(ctx, news)) ? 'recorded' : 'ignored' };
}
