import type { OfflineMethod } from '#domain/vocabulary';

/** A way to pay without a gateway. `instructions` is what the customer is told, of any lines. */
export type OfflineAccount = Readonly<{
  method: OfflineMethod;
  name: string;
  enabled: boolean;
  instructions: string;
}>;

type Row = Readonly<{ name: string; enabled: boolean; instructions: string | null }>;

/** The method as it is stored, or off and without words where it has no row yet. Pure. */
export function offlineAccountOf(method: OfflineMethod, row: Row | undefined): OfflineAccount {
  if (!row) return { method, name: names[method], enabled: false, instructions: '' };
  const { name, enabled, instructions } = row;
  return { method, name, enabled, instructions: instructions ?? '' };
}

const names = {
  cheque: 'Cheque',
  wire: 'Bank transfer',
  cash: 'Cash',
  terminal: 'Card by terminal',
} as const satisfies Record<OfflineMethod, string>;
