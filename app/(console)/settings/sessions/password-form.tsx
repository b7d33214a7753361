'use client';

import { useActionState } from 'react';
import { Card } from '#app/_ui/card';
import { Field } from '#app/_ui/field';
import { FormActions, FormStack } from '#app/_ui/form-layout';
import { FormNotice } from '#app/_ui/form-notice';
import { SubmitButton } from '#app/_ui/submit-button';
import { changePasswordAction } from './actions';

export function PasswordForm({ email }: Readonly<{ email: string }>) {
  const [{ isDone, fault }, action] = useActionState(changePasswordAction, {
    isDone: false,
    fault: null,
  });
  return (
    <Card title="Password">
      <form action={action} noValidate>
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        <FormStack>
          <Field
            label="Current password"
            name="currentPassword"
            type="password"
            autoComplete="current-password"
            error={fault?.fields.currentPassword}
            required
          />
          <Field
            label="New password"
            name="newPassword"
            type="password"
            autoComplete="new-password"
            hint="10 characters or more. You are signed out everywhere else."
            error={fault?.fields.newPassword}
            required
          />
          <FormNotice tone={isDone ? 'good' : 'bad'} className="empty:-mt-4">
            {isDone ? 'Your password is changed.' : fault?.message}
          </FormNotice>
          <FormActions>
            <SubmitButton pendingLabel="Changing…">Change password</SubmitButton>
          </FormActions>
        </FormStack>
      </form>
    </Card>
  );
}
