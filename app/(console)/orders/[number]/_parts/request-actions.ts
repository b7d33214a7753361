'use server';

import type { CommandState } from '../../../_forms/command-state';
import { typed, typedOrNull } from '../../../_forms/typed-form';
import { runCommand } from './run-command';

/** Cancels the order, as the customer asked. */
export async function acceptCancelAction(_: CommandState, form: FormData): Promise<CommandState> {
  return runCommand({
    form,
    done: 'cancelled',
    run: (orders, of) =>
      orders.answerRequest({
        ...of,
        requestId: typed(form, 'requestId'),
        accepted: true,
        text: typedOrNull(form, 'reason'),
        restock: form.get('restock') !== 'keep',
        notify: form.get('notify') !== null,
      }),
  });
}

/** An answer in words: no to a cancellation, or whatever is done about a parcel that is missing. */
export async function answerRequestAction(_: CommandState, form: FormData): Promise<CommandState> {
  return runCommand({
    form,
    done: 'answered',
    run: (orders, of) =>
      orders.answerRequest({
        ...of,
        requestId: typed(form, 'requestId'),
        accepted: typed(form, 'answer') === 'accepted',
        text: typedOrNull(form, 'text'),
        restock: true,
        notify: form.get('notify') !== null,
      }),
  });
}
