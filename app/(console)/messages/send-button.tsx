'use client';

import { type ReactNode, useActionState } from 'react';
import { FormNotice } from '#app/_ui/form-notice';
import { SubmitButton } from '#app/_ui/submit-button';
import type { ButtonKind } from '../../_ui/button-look';
import { sendNowAction } from './actions';

type Props = Readonly<{
  /** One message; every held one where it is left out. */
  id?: string | undefined;
  kind?: ButtonKind | undefined;
  size?: 'normal' | 'small' | undefined;
  children: ReactNode;
}>;

export function SendButton({ id, kind, size, children }: Props) {
  const [notice, action] = useActionState(sendNowAction, null);
  return (
    <form action={action} className="relative z-1 grid justify-items-start gap-2">
      {id === undefined ? null : <input type="hidden" name="id" value={id} />}
      <SubmitButton kind={kind ?? 'secondary'} size={size} pendingLabel="Sending…">
        {children}
      </SubmitButton>
      <FormNotice tone={notice?.tone} className="empty:hidden">
        {notice?.text}
      </FormNotice>
    </form>
  );
}
