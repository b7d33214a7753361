'use client';

import { useActionState, useEffect, useRef } from 'react';
import { Card } from '#app/_ui/card';
import { Field } from '#app/_ui/field';
import { FormStack } from '#app/_ui/form-layout';
import { FormNotice } from '#app/_ui/form-notice';
import { RadioGroupField } from '#app/_ui/radio-group-field';
import { type Choice, SelectField } from '#app/_ui/select-field';
import { SubmitButton } from '#app/_ui/submit-button';
import { type SetupState, setupAction } from './actions';
import { useBrowserTimeZone } from './use-browser-time-zone';

type Choices = Readonly<{ currencies: readonly Choice[]; timeZones: readonly Choice[] }>;

type Props = Choices & Readonly<{ currency: string }>;

export function SetupForm({ currency, ...choices }: Props) {
  const [state, action] = useActionState(setupAction, blank(currency));
  const form = useRef<HTMLFormElement>(null);
  const isWrong = Object.keys(state.fields).length > 0;
  useEffect(() => {
    const [first] = Object.keys(state.fields);
    if (first) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [state.fields]);
  return (
    <form ref={form} action={action} noValidate className="grid gap-4">
      <ShopFields {...state} {...choices} />
      <OwnerFields {...state} />
      <StartField start={state.values.start} />
      <div>
        <FormNotice className="not-empty:mb-3">
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
  const typed = { name: '', email: '', shopName: '', timeZone: '' };
  return { fields: {}, values: { ...typed, currency, start: 'empty' } };
}

function ShopFields({ fields, values, currencies, timeZones }: SetupState & Choices) {
  const timeZone = useBrowserTimeZone(values.timeZone, timeZones);
  return (
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
          hint="Offered first for new products and orders."
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
  );
}

function OwnerFields({ fields, values }: SetupState) {
  return (
    <Card title="You, the owner">
      <FormStack>
        <Field
          label="Your name"
          name="name"
          hint="The history of every order says who did what."
          autoComplete="name"
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
          hint="10 characters or more. A few words in a row are easy to remember."
          autoComplete="new-password"
          maxLength={200}
          error={fields.password}
          required
        />
      </FormStack>
    </Card>
  );
}

function StartField({ start }: Pick<SetupState['values'], 'start'>) {
  return (
    <RadioGroupField
      label="Start with"
      name="start"
      defaultValue={start}
      choices={[
        { value: 'empty', label: 'An empty shop', hint: 'Ready for your own products and orders.' },
        {
          value: 'sample',
          label: 'Sample data',
          hint: 'Products, customers and orders in every state, to look around in.',
        },
      ]}
    />
  );
}
