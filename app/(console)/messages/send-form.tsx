'use client';

import { type ReactNode, useActionState } from 'react';
import { FormNotice } from '#app/_ui/form-notice';
import { Notice } from '#app/_ui/notice';
import { SubmitButton } from '#app/_ui/submit-button';
import { sendNowAction } from './actions';

export type Offer = Readonly<{
  tone: 'info' | 'warn' | 'bad';
  title: string;
  words: ReactNode;
  /** What the button says; left out where it cannot be sent. */
  send?: string | undefined;
  also?: ReactNode;
}>;

type Props = Readonly<{
  /** One message; every held one where it is left out. */
  id?: string | undefined;
  /** Null where nothing waits: the form stays to say what became of the last click. */
  offer: Offer | null;
}>;

export function SendForm({ id, offer }: Props) {
  const [notice, action] = useActionState(sendNowAction, null);
  return (
    <form action={action} className={offer || notice ? 'grid gap-2' : 'contents'}>
      {id === undefined ? null : <input type="hidden" name="id" value={id} />}
      {offer ? (
        <Notice
          tone={offer.tone}
          title={offer.title}
          actions={
            <>
              {offer.send === undefined ? null : (
                <SubmitButton pendingLabel="Sending…">{offer.send}</SubmitButton>
              )}
              {offer.also}
            </>
          }
        >
          {offer.words}
        </Notice>
      ) : null}
      <FormNotice tone={notice?.tone} className="empty:hidden">
        {notice?.text}
      </FormNotice>
    </form>
  );
}
