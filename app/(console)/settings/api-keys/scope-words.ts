import type { Scope } from '#domain/vocabulary';

/** What a key with this scope may do. */
export const scopeWords = {
  'orders:read': 'See orders, callbacks and messages',
  'orders:write': 'Place and change orders',
  'products:read': 'See products and stock',
  'products:write': 'Change products, stock and codes',
  'codes:read': 'Read the serial codes of orders',
  'settings:read': 'See settings and payment accounts',
  'settings:write': 'Change settings, payment accounts and keys',
} as const satisfies Record<Scope, string>;
