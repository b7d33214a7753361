'use server';

import type { CommandState } from '../../../_forms/command-state';
import { typedOrNull } from '../../../_forms/typed-form';
import { runCommand } from './run-command';

/** The commands that first show what they will do. */

export async function rollBackAction(_: CommandState, form: FormData): Promise<CommandState> {
  return runCommand({
    form,
    done: 'rolled-back',
    run: (orders, of) => orders.rollBack({ ...of, ...choicesIn(form) }),
  });
}

export async function cancelAction(_: CommandState, form: FormData): Promise<CommandState> {
  return runCommand({
    form,
    done: 'cancelled',
    run: (orders, of) =>
      orders.cancel({ ...of, ...choicesIn(form), notify: form.get('notify') !== null }),
  });
}

export async function deleteAction(_: CommandState, form: FormData): Promise<CommandState> {
  return runCommand({
    form,
    done: 'deleted',
    run: (orders, of) => orders.delete({ ...of, ...choicesIn(form) }),
  });
}

export async function renewLinkAction(_: CommandState, form: FormData): Promise<CommandState> {
  return runCommand({
    form,
    done: 'link-renewed',
    run: (orders, of) =>
      orders.renewLink({
        ...of,
        reason: typedOrNull(form, 'reason'),
        notify: form.get('notify') !== null,
      }),
  });
}

function choicesIn(form: FormData) {
  return { reason: typedOrNull(form, 'reason'), restock: form.get('restock') !== 'keep' };
}
