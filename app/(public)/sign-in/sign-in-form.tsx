'use client';

import { useActionState } from 'react';
import { Field } from '#app/_ui/field';
import { FormStack } from '#app/_ui/form-layout';
import { FormNotice } from '#app/_ui/form-notice';
import { SubmitButton } from '#app/_ui/submit-button';
import { signInAction } from './actions';

type Props = Readonly<{ callbackUrl: string; fault: string | null }>;

export function SignInForm({ callbackUrl, fault }: Props) {
  const [state, action] = useActionState(signInAction, { message: fault, email: '' });
  return (
    <form action={action} noValidate>
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      <FormStack>
        <Field
          label="E-mail address"
          name="email"
          type="email"
          autoComplete="username"
          defaultValue={state.email}
          required
        />
        <Field
          label="Password"
          name="password"
          type="password"
          autoComplete="current-password"
          required
        />
        <FormNotice className="empty:-mt-4">{state.message}</FormNotice>
        <SubmitButton className="w-full" pendingLabel="Signing in…">
          Sign in
        </SubmitButton>
      </FormStack>
    </form>
  );
}
