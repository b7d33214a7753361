import type { CallbackAction } from '#domain/vocabulary';

/** What became of a callback by hand, beside its outcome in a list. */
export const settledWords = {
  attach: 'attached by hand',
  accept: 'accepted by hand',
  apply: 'applied by hand',
  dismiss: 'dismissed',
} as const satisfies Record<CallbackAction, string>;

/** What a person did about it, as the rest of a sentence that begins with a name. */
export const resolvedWords = {
  attach: 'attached it to this order',
  accept: 'took the money as it came',
  apply: 'applied it by hand',
  dismiss: 'dismissed it',
} as const satisfies Record<CallbackAction, string>;
