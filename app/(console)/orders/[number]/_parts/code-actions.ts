'use server';

import type { CommandState } from '../../../_forms/command-state';
import { typed, typedOrNull } from '../../../_forms/typed-form';
import { runCommand } from './run-command';

export async function replaceCodeAction(_: CommandState, form: FormData): Promise<CommandState> {
  const codeId = Number(typed(form, 'codeId'));
  const reason = typedOrNull(form, 'reason');
  return runCommand({
    form,
    done: 'code-replaced',
    run: (orders, of) =>
      typed(form, 'from') === 'typed'
        ? orders.giveCode({ ...of, ...typedCode(form), replaces: codeId, reason })
        : orders.replaceCode({ ...of, codeId, reason }),
  });
}

export async function giveCodeAction(_: CommandState, form: FormData): Promise<CommandState> {
  return runCommand({
    form,
    done: 'code-given',
    run: (orders, of) =>
      orders.giveCode({ ...of, ...typedCode(form), replaces: null, reason: null }),
  });
}

function typedCode(form: FormData) {
  return { lineId: typed(form, 'lineId'), code: typed(form, 'code') };
}
