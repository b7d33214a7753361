import type * as z from 'zod';
import type { Address as PostalAddress } from '#domain/address';
import type { Address } from './order-input';

/** An address as it is kept: absent parts stay absent, empty ones become absent. */
export function addressGiven(address: z.output<typeof Address> | null): PostalAddress | null {
  if (!address) return null;
  const { name, line1, city, country, ...optional } = address;
  const kept = Object.entries(optional).filter(([, text]) => text?.trim());
  return { name, line1, city, country, ...Object.fromEntries(kept) };
}
