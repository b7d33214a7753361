import type { CallbackAction, CallbackVerdict } from '#domain/vocabulary';
import type { CallbackPage } from '#server/payments/read-callback-page';

/** The one step that most likely is the right one, if any is, and the others. Pure. */
export function stepsOf({ callback, handling }: CallbackPage): Readonly<{
  best: CallbackAction | null;
  others: readonly CallbackAction[];
}> {
  const possible: readonly CallbackAction[] = [
    ...(handling.isVerifiable ? ['verify' as const] : []),
    ...handling.actions,
  ];
  const best = wishes(callback, handling).find((step) => possible.includes(step)) ?? null;
  return { best, others: possible.filter((step) => step !== best) };
}

/** What proves or finds the order comes first; money that was held or went back asks for thought. */
function wishes(
  { verdict, claim }: CallbackPage['callback'],
  { order }: CallbackPage['handling'],
): readonly CallbackAction[] {
  const isSpentElsewhere = verdict === 'already_paid' && order?.isSettled === false;
  const isMoneyIn = claim === null || claim.status === 'approved';
  return isMoneyIn && !isSpentElsewhere ? ['verify', ...(wished[verdict] ?? [])] : ['verify'];
}

const wished: Readonly<Partial<Record<CallbackVerdict, readonly CallbackAction[]>>> = {
  already_paid: ['accept'],
  amount_differs: ['accept', 'attach'],
  currency_differs: ['accept', 'attach'],
  order_unknown: ['attach'],
  order_cancelled: ['apply', 'attach'],
  error: ['apply', 'attach'],
};
