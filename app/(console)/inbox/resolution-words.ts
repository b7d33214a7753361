import type { CallbackAction } from '#domain/vocabulary';

/** What became of a callback by hand, in a word or two. */
export const settledWords = {
  attach: 'Attached by hand',
  accept: 'Accepted by hand',
  apply: 'Applied by hand',
  dismiss: 'Dismissed',
  verify: 'Verified by hand',
} as const satisfies Record<CallbackAction, string>;

/** What a person did about it, as the rest of a sentence that begins with a name. */
export const resolvedWords = {
  attach: 'attached it to this order',
  accept: 'took the money as it came',
  apply: 'applied it by hand',
  dismiss: 'dismissed it',
  verify: 'had it verified again',
} as const satisfies Record<CallbackAction, string>;
