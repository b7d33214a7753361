'use client';

import { useActionState, useEffect, useRef } from 'react';
import { Card } from '#app/_ui/card';
import { Field } from '#app/_ui/field';
import { FormStack } from '#app/_ui/form-layout';
import { FormNotice } from '#app/_ui/form-notice';
import { type Choice, SelectField } from '#app/_ui/select-field';
import { SubmitButton } from '#app/_ui/submit-button';
import { type SetupState, setupAction } from './actions';
import { useBrowserTimeZone } from './use-browser-time-zone';

type Props = Readonly<{
  currencies: readonly Choice[];
  timeZones: readonly Choice[];
  currency: string;
}>;

export function SetupForm({ currencies, timeZones, currency }: Props) {
  const [{ fields, values }, action] = useActionState(setupAction, blank(currency));
  const timeZone = useBrowserTimeZone(values.timeZone, timeZones);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (Object.keys(fields).length > 0)
      form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [fields]);
  const isWrong = Object.keys(fields).length > 0;
  return (
    <form ref={form} action={action} noValidate className="grid gap-4">
      <Card title="Your shop">
        <FormStack>
          <Field
            label="Shop name"
            name="shopName"
            hint="Customers see it in every e-mail."
            autoComplete="organization"
            maxLength={100}
            defaultValue={values.shopName}
            error={fields.shopName}
            required
          />
          <SelectField
            label="Currency"
            name="currency"
            hint="For prices and for orders that name none."
            choices={currencies}
            defaultValue={values.currency}
            error={fields.currency}
          />
          <SelectField
            label="Time zone"
            name="timeZone"
            choices={timeZones}
            defaultValue={timeZone}
            error={fields.timeZone}
          />
        </FormStack>
      </Card>
      <Card title="You, the owner">
        <FormStack>
          <Field
            label="Your name"
            name="name"
            autoComplete="name"
            hint="The history of every order says who did what."
            maxLength={100}
            defaultValue={values.name}
            error={fields.name}
            required
          />
          <Field
            label="E-mail address"
            name="email"
            type="email"
            autoComplete="username"
            maxLength={254}
            defaultValue={values.email}
            error={fields.email}
            required
          />
          <Field
            label="Password"
            name="password"
            type="password"
            autoComplete="new-password"
            hint="10 characters or more. A few words in a row are easy to remember."
            minLength={10}
            maxLength={200}
            error={fields.password}
            required
          />
        </FormStack>
      </Card>
      <div>
        <FormNotice className="mb-3 empty:hidden">
          {isWrong ? 'Please look at the marked fields, and type your password once more.' : null}
        </FormNotice>
        <SubmitButton className="w-full" pendingLabel="Setting up…">
          Open the shop
        </SubmitButton>
      </div>
    </form>
  );
}

function blank(currency: string): SetupState {
  const values = { name: '', email: '', shopName: '', currency, timeZone: '' };
  return { fields: {}, values };
}
