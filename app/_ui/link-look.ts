export const linkLook =
  'rounded-sm text-accent underline decoration-accent/40 underline-offset-2 hover:text-accent-strong hover:decoration-current';
