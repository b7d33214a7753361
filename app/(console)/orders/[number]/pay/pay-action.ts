'use server';

import { isCurrency } from '#domain/currency';
import { parseMoneyInput } from '#domain/money';
import type { FieldFaults } from '#server/errors';
import { maskCards } from '#server/payments/mask-cards';
import type { CommandState } from '../../../_forms/command-state';
import { faulty, typed, typedOrNull } from '../../../_forms/typed-form';
import { runCommand } from '../_parts/run-command';

/** Records money that came in some other way than through a gateway's callback. */
export async function payAction(_: CommandState, form: FormData): Promise<CommandState> {
  const amount = amountOf(form);
  const method = methodOf(form);
  const isTerminal = method === 'terminal';
  const faults = faultsOf(form, { amount, method });
  if (amount === null || Object.keys(faults).length > 0) return withoutCard(faulty(form, faults));
  const state = await runCommand({
    form,
    done: 'paid',
    run: (orders, of) =>
      orders.pay({
        ...of,
        method,
        amount,
        transactionId: typedOrNull(form, 'transactionId'),
        authorizationCode: typedOrNull(form, 'authorizationCode'),
        cardBrand: isTerminal ? typedOrNull(form, 'cardBrand') : null,
        cardLast4: isTerminal ? typedOrNull(form, 'cardLast4') : null,
        note: typedOrNull(form, 'note'),
      }),
  });
  return withoutCard(state);
}

function amountOf(form: FormData): number | null {
  const currency = typed(form, 'currency');
  return isCurrency(currency) ? parseMoneyInput(typed(form, 'amount'), currency) : null;
}

function methodOf(form: FormData): string {
  const chosen = typed(form, 'method');
  return chosen === 'other' ? typed(form, 'otherMethod') : chosen;
}

type Read = Readonly<{ amount: number | null; method: string }>;

function faultsOf(form: FormData, { amount, method }: Read): FieldFaults {
  const isOther = typed(form, 'method') === 'other';
  return {
    ...(amount === null && { amount: 'Enter an amount, such as 20 or 20.50.' }),
    ...(method === '' && !isOther && { method: 'Choose how the money came in.' }),
    ...(method === '' && isOther && { otherMethod: 'Name the method.' }),
    ...cardFaults(form),
  };
}

/** A whole card number must not even reach the procedure: it would be kept. */
function cardFaults(form: FormData): FieldFaults {
  const last4 = typed(form, 'cardLast4');
  const isWhole = last4.replace(/\D/g, '').length >= 12;
  const suspicious = ['transactionId', 'authorizationCode', 'note', 'cardBrand', 'otherMethod']
    .filter((name) => maskCards(typed(form, name)) !== typed(form, name))
    .map((name) => [
      name,
      'This looks like a whole card number. It must not be kept: leave it out.',
    ]);
  return {
    ...Object.fromEntries(suspicious),
    ...(isWhole && {
      cardLast4: 'Type only the last four digits. The whole card number must never be kept.',
    }),
  };
}

/** What was typed comes back, but for anything that may be a card number. */
function withoutCard({ values, ...state }: CommandState): CommandState {
  const kept = Object.entries(values).map(([name, value]) => {
    const isLong = name === 'cardLast4' && value.replace(/\D/g, '').length > 4;
    return [name, isLong || maskCards(value) !== value ? '' : value];
  });
  return { ...state, values: Object.fromEntries(kept) };
}
