'use client';

import { useActionState, useState } from 'react';
import { Card } from '#app/_ui/card';
import { CheckboxField } from '#app/_ui/checkbox-field';
import { CopyText } from '#app/_ui/copy-text';
import { Field } from '#app/_ui/field';
import { FormActions, FormStack } from '#app/_ui/form-layout';
import { FormNotice } from '#app/_ui/form-notice';
import { RadioGroupField } from '#app/_ui/radio-group-field';
import { type Choice, SelectField } from '#app/_ui/select-field';
import { SubmitButton } from '#app/_ui/submit-button';
import { AccountFields } from './account-fields';
import { type GatewayValues, saveGatewayAction } from './actions';
import { ConfigFields } from './config-fields';
import type { KeptField } from './secret-fields';

type Props = Readonly<{
  gateway: string;
  saved: GatewayValues;
  /** Null while the account is being made. */
  version: number | null;
  fields: readonly KeptField[];
  currency: Readonly<{ hint: string; isNeeded: boolean; choices: readonly Choice[] }>;
  /** What stands before the short name in the address. */
  addressStart: string;
}>;

export function GatewayForm({ gateway, saved, version, fields, currency, addressStart }: Props) {
  const [{ notice, fields: faults, values }, action] = useActionState(saveGatewayAction, {
    notice: null,
    fields: {},
    values: saved,
  });
  return (
    <form action={action} noValidate className="grid gap-4">
      <input type="hidden" name="gateway" value={gateway} />
      <input type="hidden" name="version" value={version ?? ''} />
      <Card title="Account">
        <FormStack>
          <Field
            label="Name"
            name="name"
            hint="Staff see it in the inbox and in the history of orders."
            maxLength={100}
            autoComplete="off"
            defaultValue={values.name}
            error={faults.name}
            required
          />
          {version === null ? (
            <NewSlug slug={values.slug} error={faults.slug} addressStart={addressStart} />
          ) : (
            <input type="hidden" name="slug" value={saved.slug} />
          )}
          <SelectField
            label="Currency"
            name="currency"
            hint={currency.hint}
            choices={currency.choices}
            emptyLabel={currency.isNeeded ? 'Choose a currency' : 'Any'}
            defaultValue={values.currency}
            error={faults.currency}
            optional={!currency.isNeeded}
            width="medium"
          />
        </FormStack>
      </Card>
      <AccountFields {...{ fields, version, faults }} settings={values.settings} />
      {values.config ? <ConfigFields texts={values.config} faults={faults} /> : null}
      <Card title="Use">
        <FormStack>
          <RadioGroupField
            key={values.mode}
            label="Payments"
            name="mode"
            defaultValue={values.mode}
            choices={[
              {
                value: 'live',
                label: 'Live',
                hint: 'Real payments. Test messages change no order.',
              },
              {
                value: 'test',
                label: 'Test',
                hint: 'For trying things out: test messages mark orders as paid.',
              },
            ]}
          />
          <CheckboxField
            key={String(values.enabled)}
            label="Take callbacks"
            name="enabled"
            hint="Switched off, messages are turned away and change nothing. An account is not deleted: the callbacks in the inbox belong to it."
            defaultChecked={values.enabled}
          />
        </FormStack>
      </Card>
      <FormNotice tone={notice?.tone} className="empty:hidden">
        {notice?.text}
      </FormNotice>
      <FormActions>
        <SubmitButton pendingLabel="Saving…">
          {version === null ? 'Add this account' : 'Save'}
        </SubmitButton>
      </FormActions>
    </form>
  );
}

type NewSlugProps = Readonly<{ slug: string; error: string | undefined; addressStart: string }>;

/** The address follows what is typed; without script it is shown again once the account is made. */
function NewSlug({ slug, error, addressStart }: NewSlugProps) {
  const [typed, setTyped] = useState(slug);
  return (
    <div className="grid gap-1">
      <Field
        label="Short name"
        name="slug"
        hint="Small letters, digits and hyphens. It ends the address below and cannot be changed later."
        maxLength={63}
        mono
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        defaultValue={slug}
        onChange={({ currentTarget }) => setTyped(currentTarget.value.trim())}
        error={error}
        width="medium"
        required
      />
      <div className="mt-2 rounded-md border border-line bg-wash px-3 py-2">
        <p className="text-ink-soft text-sm">Address for the gateway</p>
        <CopyText text={`${addressStart}${typed}`} what="address" />
      </div>
    </div>
  );
}
