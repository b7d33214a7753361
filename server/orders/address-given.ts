import type * as z from 'zod';
import type { Address as PostalAddress } from '#domain/address';
import type { Address } from './order-input';

/** An address as it is kept: absent parts stay absent, empty ones become absent. */
export function addressGiven(address: z.output<typeof Address> | null): PostalAddress | null {
  return address && addressKept(address);
}

/** The same, where one has to be given. */
export function addressKept(address: z.output<typeof Address>): PostalAddress {
  const { name, line1, city, country, ...optional } = address;
  const kept = Object.entries(optional).filter(([, text]) => text?.trim());
  return { name, line1, city, country, ...Object.fromEntries(kept) };
}
