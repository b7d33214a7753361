'use server';

import { revalidatePath } from 'next/cache';
import { languages } from '#domain/language';
import { messageTemplates } from '#domain/vocabulary';
import { actionFailure } from '#server/api/action-result';
import { api } from '#server/api/caller';
import type { FieldFaults } from '#server/errors';
import { textsOf } from '#server/mail/preview-wordings';

type Notice = Readonly<{ tone: 'good' | 'bad'; text: string }>;

export type WordingsState = Readonly<{
  notice: Notice | null;
  fields: FieldFaults;
  values: Readonly<Record<string, string>>;
}>;

export async function changeWordingsAction(
  _: WordingsState,
  form: FormData,
): Promise<WordingsState> {
  const about = aboutOf(form);
  const keys = textsOf(about.template, about.language).map(({ key }) => key);
  const values = Object.fromEntries(
    keys.map((key) => [key, String(form.get(key) ?? '').slice(0, typedLengthMax)]),
  );
  try {
    await (await api()).messages.changeWordings({ ...about, texts: values });
  } catch (error) {
    const { message, fields } = actionFailure(error);
    return { notice: { tone: 'bad', text: message }, fields, values };
  }
  revalidatePath('/settings/messages', 'layout');
  return { notice: { tone: 'good', text: 'Saved.' }, fields: {}, values: {} };
}

export async function resetWordingsAction(form: FormData): Promise<void> {
  const key = form.get('key');
  const { messages } = await api();
  await messages.resetWordings({
    ...aboutOf(form),
    ...(typeof key === 'string' && key !== '' && { key: key.slice(0, 40) }),
  });
  revalidatePath('/settings/messages', 'layout');
}

export async function sendTestAction(_: Notice | null, form: FormData): Promise<Notice> {
  try {
    const number = String(form.get('number') ?? '').slice(0, 100);
    await (await api()).messages.sendTest({ ...aboutOf(form), number });
  } catch (error) {
    return { tone: 'bad', text: actionFailure(error).message };
  }
  return { tone: 'good', text: 'Sent. Look into your mailbox.' };
}

const typedLengthMax = 5000;

/** What the form is about; one that names nothing of ours was not sent by our page. */
function aboutOf(form: FormData) {
  const template = messageTemplates.find((known) => known === form.get('template'));
  const language = languages.find((known) => known === form.get('language'));
  if (!template || !language) throw new TypeError('The form names no message.');
  return { template, language };
}
