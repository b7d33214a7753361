import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';

export const resendSecret = 'whsec_YSBzZWNyZXQgb2YgdGhlIGpvdXJuZXlzIGFsb25l';

/** Posts to a shop what Resend would tell of a message, signed by the official SDK. */
export async function tellAsResend(
  shopUrl: string,
  type: string,
  data: Readonly<Record<string, unknown>>,
): Promise<number> {
  const id = `msg_${randomBytes(8).toString('hex')}`;
  const at = new Date();
  const body = JSON.stringify({ type, created_at: at.toISOString(), data });
  const headers = {
    'content-type': 'application/json',
    'svix-id': id,
    'svix-timestamp': String(Math.floor(at.getTime() / 1000)),
    'svix-signature': new Webhook(resendSecret).sign(id, at, body),
  };
  return (await fetch(`${shopUrl}/api/resend-webhook`, { method: 'POST', body, headers })).status;
}
