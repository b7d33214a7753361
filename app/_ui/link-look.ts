/** Where a link is a block of its own, and not part of a sentence, it is 24 px high at least. */
export const linkLook =
  'min-h-6 rounded-sm text-accent underline decoration-accent/40 underline-offset-2 hover:text-accent-strong hover:decoration-current';
