'use server';

import { revalidatePath } from 'next/cache';
import { actionFailure } from '#server/api/action-result';
import { api } from '#server/api/caller';

export type SendState = Readonly<{ tone: 'good' | 'bad'; text: string }> | null;

/** Lets the message leave that the form names, or every held one where it names none. */
export async function sendNowAction(_: SendState, form: FormData): Promise<SendState> {
  const id = form.get('id');
  try {
    const { messages } = await api();
    const text = typeof id === 'string' ? await sendOne(messages, id) : await sendHeld(messages);
    revalidatePath('/messages', 'layout');
    return { tone: 'good', text };
  } catch (error) {
    return { tone: 'bad', text: actionFailure(error).message };
  }
}

/** Leaves a message that came back as it is: nobody is asked about it any more. */
export async function setAsideAction(form: FormData): Promise<void> {
  const { messages } = await api();
  await messages.setAside({ ids: [String(form.get('id') ?? '')] });
  revalidatePath('/messages', 'layout');
}

type Messages = Awaited<ReturnType<typeof api>>['messages'];

async function sendOne(messages: Messages, id: string): Promise<string> {
  await messages.sendNow({ id });
  return 'It is on its way.';
}

async function sendHeld(messages: Messages): Promise<string> {
  const { released } = await messages.release();
  if (released === 0) return 'There was nothing to send.';
  return released === 1 ? 'One message is on its way.' : `${released} messages are on their way.`;
}
