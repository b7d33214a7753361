import type { CallbackVerdict } from '#domain/vocabulary';
import type { Claim } from './gateways/gateway';

/** One check that a message goes through, in the order in which they are made. */
const callbackChecks = [
  'account_ready',
  'proof_fits',
  'can_be_read',
  'is_live',
  'confirmed',
  'order_known',
  'order_open',
  'same_currency',
  'same_amount',
] as const;
export type CallbackCheck = (typeof callbackChecks)[number];

export type CallbackStep = Readonly<{
  check: CallbackCheck;
  result: 'passed' | 'failed' | 'not_reached';
}>;

type Judged = Readonly<{ verdict: CallbackVerdict; claim: Claim | null }>;

/**
 * Which checks a callback passed, which one stopped it, and which were not reached; those that do
 * not concern it are left out: only money that came in is compared with the order, and what nobody
 * signed has no proof to fit. Pure.
 */
export function callbackSteps(judged: Judged): readonly CallbackStep[] {
  const stop = stopOf(judged);
  const at = stop === null ? callbackChecks.length : callbackChecks.indexOf(stop);
  return callbackChecks
    .map((check, place) => ({ check, result: resultAt(place, at) }) as const)
    .filter(({ check }) => concerns(check, judged));
}

function resultAt(place: number, stoppedAt: number): CallbackStep['result'] {
  if (place < stoppedAt) return 'passed';
  return place === stoppedAt ? 'failed' : 'not_reached';
}

function stopOf({ verdict, claim }: Judged): CallbackCheck | null {
  switch (verdict) {
    case 'not_configured':
      return 'account_ready';
    case 'bad_signature':
      return 'proof_fits';
    case 'malformed':
      return 'can_be_read';
    case 'not_live':
      return 'is_live';
    case 'held':
      return claim?.trust === 'full' || claim?.trust === 'fetchback' ? null : 'confirmed';
    case 'order_unknown':
      return 'order_known';
    case 'order_cancelled':
    case 'already_paid':
      return 'order_open';
    case 'currency_differs':
      return 'same_currency';
    case 'amount_differs':
      return 'same_amount';
    default:
      return null;
  }
}

const aboutMoneyIn: readonly CallbackCheck[] = ['order_open', 'same_currency', 'same_amount'];

function concerns(check: CallbackCheck, { verdict, claim }: Judged): boolean {
  if (check === 'proof_fits' && claim?.trust === 'none') return false;
  if (verdict === 'duplicate' || verdict === 'ignored' || verdict === 'error') {
    return ['account_ready', 'proof_fits', 'can_be_read'].includes(check);
  }
  return claim === null || claim.status === 'approved' || !aboutMoneyIn.includes(check);
}
