'use client';

import { useActionState } from 'react';
import { FormNotice } from '#app/_ui/form-notice';
import { SubmitButton } from '#app/_ui/submit-button';
import { sendTestAction } from './actions';

type Props = Readonly<{ template: string; language: string; number: string; email: string }>;

export function TestForm({ template, language, number, email }: Props) {
  const [notice, action] = useActionState(sendTestAction, null);
  return (
    <form action={action} className="grid justify-items-start gap-2">
      <input type="hidden" name="template" value={template} />
      <input type="hidden" name="language" value={language} />
      <input type="hidden" name="number" value={number} />
      <SubmitButton kind="secondary" pendingLabel="Sending…">
        Send a test to {email}
      </SubmitButton>
      <FormNotice tone={notice?.tone} className="empty:hidden">
        {notice?.text}
      </FormNotice>
    </form>
  );
}
