'use server';

import type { z } from 'zod';
import type { GrantChange } from '#server/orders/order-input';
import type { CommandState } from '../../../_forms/command-state';
import { typed, typedOrNull } from '../../../_forms/typed-form';
import type { DoneWord } from './done-words';
import { runCommand } from './run-command';
import { withoutPrefix } from './without-prefix';

export async function addDownloadsAction(_: CommandState, form: FormData): Promise<CommandState> {
  const downloads = Number(typed(form, 'downloads') || Number.NaN);
  return changeGrant(form, { what: 'add_downloads', downloads }, 'downloads-added');
}

export async function moveEndAction(_: CommandState, form: FormData): Promise<CommandState> {
  const until = typed(form, 'end') === 'none' ? null : typed(form, 'until');
  return changeGrant(form, { what: 'move_end', until }, 'downloads-end');
}

export async function revokeGrantAction(_: CommandState, form: FormData): Promise<CommandState> {
  return changeGrant(form, { what: 'revoke' }, 'downloads-revoked');
}

export async function restoreGrantAction(_: CommandState, form: FormData): Promise<CommandState> {
  return changeGrant(form, { what: 'restore' }, 'downloads-restored');
}

async function changeGrant(
  form: FormData,
  change: z.input<typeof GrantChange>,
  done: DoneWord,
): Promise<CommandState> {
  const state = await runCommand({
    form,
    done,
    run: (orders, of) =>
      orders.changeGrant({
        ...of,
        grantId: typed(form, 'grantId'),
        change,
        reason: typedOrNull(form, 'reason'),
      }),
  });
  return { ...state, fields: withoutPrefix(state.fields, 'change.') };
}
