import { createHash } from 'node:crypto';
import { desc, eq, sql } from 'drizzle-orm';
import type { Db } from '#db/client';
import { customerAddresses } from '#db/schema/customers';
import type { Address } from '#domain/address';
import type { Context } from '#server/context';
import type { CustomerSession } from '#server/door/read-customer-session';
import { brandedShopQuery } from '#server/settings/brand';
import { type MyFrame, myFrame } from './my-frame';

/** `key` names it among the customer's own. */
export type MyAddress = Readonly<{ key: string; address: Address }>;

export type MyAddresses = MyFrame & Readonly<{ addresses: readonly MyAddress[] }>;

const addressesMax = 100;

/** The addresses that a customer's orders had, the last used first. One round trip. */
export async function readMyAddresses(
  { db, now }: Context,
  customer: CustomerSession,
): Promise<MyAddresses> {
  const [[shopRow], rows] = await db.batch([
    brandedShopQuery(db),
    addressesQuery(db, customer.customerId),
  ]);
  const addresses = rows.map(({ kept, address }) => ({ key: keyOf(kept), address }));
  return { ...myFrame(customer, shopRow, now()), addresses };
}

/** Takes an address off the list; orders keep theirs. One that is gone already is left. */
export async function removeMyAddress(
  { db }: Context,
  { customerId }: CustomerSession,
  key: string,
): Promise<void> {
  const rows = await addressesQuery(db, customerId);
  const found = rows.find(({ kept }) => keyOf(kept) === key);
  if (!found) return;
  await db.run(
    sql`DELETE FROM customer_addresses WHERE customer_id = ${customerId} AND address = ${found.kept}`,
  );
}

function addressesQuery(db: Db, customerId: string) {
  const { address, usedAt } = customerAddresses;
  return db
    .select({ kept: sql<string>`address`, address })
    .from(customerAddresses)
    .where(eq(customerAddresses.customerId, customerId))
    .orderBy(desc(usedAt))
    .limit(addressesMax);
}

function keyOf(kept: string): string {
  return createHash('sha256').update(kept).digest('base64url');
}
