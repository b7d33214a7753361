'use server';

import type { CommandState } from '../../../_forms/command-state';
import { typed } from '../../../_forms/typed-form';
import { runCommand } from '../_parts/run-command';

/** Corrects the address and sends again what was missed. Sent twice, it is done once. */
export async function rescueAction(_: CommandState, form: FormData): Promise<CommandState> {
  return runCommand({
    form,
    done: 'rescued',
    run: (orders, of) =>
      orders.rescueMail({
        ...of,
        email: typed(form, 'email'),
        withOthers: form.get('withOthers') !== null,
      }),
  });
}
