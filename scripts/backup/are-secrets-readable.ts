import type { Client } from '@libsql/client';
import { deriveKey, open, SealedTextUnreadable } from '#server/secret-box';

/** Whether what is sealed in a database opens with this AUTH_SECRET; true where nothing is sealed. */
export async function areSecretsReadable(database: Client, authSecret: string): Promise<boolean> {
  const [accounts, codes] = await database.batch([
    'SELECT secrets AS sealed, slug AS owner FROM payment_accounts WHERE secrets IS NOT NULL LIMIT 1',
    'SELECT sealed, product_id AS owner FROM codes LIMIT 1',
  ]);
  const [account, code] = [accounts?.rows[0], codes?.rows[0]];
  try {
    if (account) {
      open(String(account.sealed), deriveKey(authSecret, 'payment-secrets'), String(account.owner));
    }
    if (code) open(String(code.sealed), deriveKey(authSecret, 'serial-codes'), String(code.owner));
    return true;
  } catch (cause) {
    if (cause instanceof SealedTextUnreadable) return false;
    throw cause;
  }
}
