import type { Address } from '#domain/address';

/** In the order in which they are asked. */
export const addressFields = [
  ...(['name', 'company', 'line1', 'line2'] as const),
  ...(['postalCode', 'city', 'region', 'country'] as const),
] satisfies readonly (keyof Address)[];
