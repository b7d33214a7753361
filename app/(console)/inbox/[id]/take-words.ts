import type { Consequence } from '#app/_ui/confirm-panel';
import { formatMoney } from '#domain/money';
import type { CallbackOrder } from '#server/payments/read-callback-page';
import { balanceWords } from './balance-words';
import type { StepWords } from './step-words';

type Taken = Readonly<{ action: 'accept' | 'apply'; number: string; order: CallbackOrder }>;

/** How taking money for an order is called, and what it will do, with the amounts. */
export function takeWords(taken: Taken): StepWords {
  return { ...nameOf(taken), consequences: consequencesOf(taken) };
}

function nameOf({ action, order }: Taken): Omit<StepWords, 'consequences'> {
  if (order.isSettled && order.paidMinor >= order.grandMinor) {
    return { title: 'Keep the money', button: 'Keep the money', pending: 'Keeping…' };
  }
  if (order.isCancelled) {
    return {
      title: 'Reopen the order and apply',
      button: 'Reopen and apply',
      pending: 'Applying…',
    };
  }
  if (action === 'apply') {
    return { title: 'Apply now', button: 'Apply now', pending: 'Applying…' };
  }
  return order.toldMinor === null
    ? { title: 'Take the money as it came', button: 'Take the money', pending: 'Taking…' }
    : { title: 'Accept the difference', button: 'Accept the difference', pending: 'Accepting…' };
}

function consequencesOf(taken: Taken): readonly Consequence[] {
  const { number, order } = taken;
  return [
    { key: 'money', icon: 'wallet', what: moneyLine(taken) },
    ...(order.isCancelled
      ? [{ key: 'reopen', icon: 'undo-2', what: `Order ${number} is reopened.` } as const]
      : []),
    ...(order.isSettled ? keptLines(taken) : paidLines(taken)),
  ];
}

function moneyLine({ number, order: { toldMinor, currency, grandMinor, paidMinor } }: Taken) {
  if (toldMinor !== null) {
    return `${formatMoney(toldMinor, currency)} is taken for order ${number}, as it came.`;
  }
  const due = formatMoney(Math.max(0, grandMinor - paidMinor), currency);
  return `What you enter is taken for order ${number}, of which ${due} is due.`;
}

function keptLines({ order }: Taken): readonly Consequence[] {
  return [
    {
      key: 'kept',
      icon: 'receipt-text',
      what: keptLine(order),
      detail: 'Stock, codes and downloads do not move again, and no message goes out.',
    },
  ];
}

function keptLine(order: CallbackOrder): string {
  const { toldMinor, paidMinor, grandMinor, currency } = order;
  if (toldMinor === null) return 'The order was paid before; this is added to its payments.';
  const overMinor = paidMinor + toldMinor - grandMinor;
  if (overMinor > 0) {
    return `The order was paid before, and is then overpaid by ${formatMoney(overMinor, currency)}.`;
  }
  return overMinor === 0
    ? 'The order was paid in part before, and is then paid in full.'
    : `The order was paid in part before, and ${formatMoney(-overMinor, currency)} stays due.`;
}

function paidLines({ number, order }: Taken): readonly Consequence[] {
  const { toldMinor, paidMinor } = order;
  const balance = toldMinor === null ? '' : balanceWords(order, paidMinor + toldMinor);
  return [
    {
      key: 'paid',
      icon: 'circle-check',
      tone: 'good',
      what: `Order ${number} is marked as paid${balance}.`,
      detail:
        toldMinor === null ? 'Less stays due, more is overpaid: the order says so.' : undefined,
    },
    {
      key: 'goods',
      icon: 'boxes',
      what: 'Stock falls, codes and downloads go out, and the customer is told.',
    },
  ];
}
