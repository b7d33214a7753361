'use server';

import type { OrderTemplate } from '#domain/vocabulary';
import type { CommandState } from '../../../_forms/command-state';
import { typed, typedOrNull } from '../../../_forms/typed-form';
import { runCommand } from './run-command';

/** The commands that need no page of their own. */

export async function deliverAction(_: CommandState, form: FormData): Promise<CommandState> {
  return runCommand({
    form,
    done: 'delivered',
    run: (orders, { number }) => orders.deliver({ number }),
  });
}

export async function reopenAction(_: CommandState, form: FormData): Promise<CommandState> {
  return runCommand({
    form,
    done: 'reopened',
    run: (orders, { number }) => orders.reopen({ number }),
  });
}

export async function restoreAction(_: CommandState, form: FormData): Promise<CommandState> {
  return runCommand({
    form,
    done: 'restored',
    run: (orders, { number }) => orders.restore({ number }),
  });
}

export async function releaseAction(_: CommandState, form: FormData): Promise<CommandState> {
  return runCommand({
    form,
    done: 'released',
    run: (orders, { number }) => orders.release({ number }),
  });
}

export async function holdAction(_: CommandState, form: FormData): Promise<CommandState> {
  return runCommand({
    form,
    done: 'held',
    run: (orders, { number }) => orders.hold({ number, reason: typedOrNull(form, 'reason') }),
  });
}

export async function expectAction(_: CommandState, form: FormData): Promise<CommandState> {
  return runCommand({
    form,
    done: 'expected',
    run: (orders, { number }) =>
      orders.expect({
        number,
        expectedOn: typedOrNull(form, 'expectedOn'),
        reason: typedOrNull(form, 'reason'),
        notify: form.get('notify') !== null,
      }),
  });
}

export async function noteAction(_: CommandState, form: FormData): Promise<CommandState> {
  return runCommand({
    form,
    done: 'noted',
    run: (orders, { number }) => orders.note({ number, note: typedOrNull(form, 'note') }),
  });
}

export async function tagAction(_: CommandState, form: FormData): Promise<CommandState> {
  const tags = typed(form, 'tags')
    .split(',')
    .map((tag) => tag.trim());
  return runCommand({
    form,
    done: 'tagged',
    run: (orders, { number }) => orders.tag({ number, tags: tags.filter((tag) => tag !== '') }),
  });
}

export async function resendAction(_: CommandState, form: FormData): Promise<CommandState> {
  return runCommand({
    form,
    done: 'resent',
    run: (orders, { number }) =>
      orders.resend({
        number,
        // The procedure refuses a template that it does not know.
        template: typed(form, 'template') as OrderTemplate,
        shipmentId: typedOrNull(form, 'shipmentId'),
      }),
  });
}
