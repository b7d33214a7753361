'use server';

import { redirect } from 'next/navigation';
import { api } from '#server/api/caller';
import type { CommandState } from '../../../_forms/command-state';
import { refused, typed } from '../../../_forms/typed-form';
import type { DoneWord } from './done-words';
import { orderPath } from './order-path';

/** Keeps the messages from leaving that the form names. */
export async function stopMailAction(_: CommandState, form: FormData): Promise<CommandState> {
  return mend(form, async (messages, ids) => {
    const { stopped, late } = await messages.stop({ ids });
    if (late === 0) return 'stopped';
    return stopped === 0 ? 'left-already' : 'partly-stopped';
  });
}

/** Leaves what came back as it is: nobody is asked about it any more. */
export async function setMailAsideAction(_: CommandState, form: FormData): Promise<CommandState> {
  return mend(form, async (messages, ids) => {
    await messages.setAside({ ids });
    return 'set-aside';
  });
}

type Messages = Awaited<ReturnType<typeof api>>['messages'];

async function mend(
  form: FormData,
  work: (messages: Messages, ids: string[]) => Promise<DoneWord>,
): Promise<CommandState> {
  let done: DoneWord;
  try {
    const { messages } = await api();
    done = await work(messages, typed(form, 'ids').split(' '));
  } catch (error) {
    return refused(form, error);
  }
  redirect(orderPath(typed(form, 'number'), `?done=${done}`));
}
