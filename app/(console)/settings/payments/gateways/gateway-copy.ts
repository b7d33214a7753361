import type { ReactNode } from 'react';

/** One field of an account: a secret that never comes out again, a text in the clear, or an option. */
export type AccountField = Readonly<{
  /** As the adapter calls it. */
  name: string;
  label: string;
  hint: string;
  kind: 'secret' | 'text' | 'option';
  /** A key in PEM has several lines, which a field of one line would run together. */
  isMultiline?: boolean;
  isOptional?: boolean;
}>;

/** All that the console says about one gateway, in the gateway's own names for things. */
export type GatewayCopy = Readonly<{
  name: string;
  /** What it is for, and what to have at hand before beginning. */
  needs: string;
  slug: string;
  fields: readonly AccountField[];
  currency: Readonly<{ hint: string; isNeeded: boolean }>;
  /** What to do at the gateway, step by step. */
  steps: readonly ReactNode[];
  after?: ReactNode;
}>;

/** For gateways whose messages carry their currency. */
export const namedInMessages = {
  hint: 'Only noted here: every message names its own currency.',
  isNeeded: false,
} as const;
