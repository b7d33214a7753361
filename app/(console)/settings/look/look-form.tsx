'use client';

import { type ChangeEvent, useActionState, useState } from 'react';
import { Card } from '#app/_ui/card';
import { CheckboxField } from '#app/_ui/checkbox-field';
import { Field } from '#app/_ui/field';
import { FieldFrame } from '#app/_ui/field-frame';
import { FormActions, FormStack } from '#app/_ui/form-layout';
import { FormNotice } from '#app/_ui/form-notice';
import { SubmitButton } from '#app/_ui/submit-button';
import { TextareaField } from '#app/_ui/textarea-field';
import { logoBytesMax, logoTypes } from '#domain/logo-type';
import { changeLookAction, type LookFormState } from './actions';

type Props = Readonly<{ logoUrl: string | null; saved: LookFormState['values'] }>;

export function LookForm({ logoUrl, saved }: Props) {
  const [state, action] = useActionState(changeLookAction, {
    notice: null,
    fields: {},
    values: saved,
  });
  return (
    <form action={action} noValidate className="grid max-w-2xl gap-4">
      <LookFields {...state} logoUrl={logoUrl} />
      <SenderFields {...state} />
      <FormNotice tone={state.notice?.tone} className="empty:-mt-4">
        {state.notice?.text}
      </FormNotice>
      <FormActions>
        <SubmitButton pendingLabel="Saving…">Save</SubmitButton>
      </FormActions>
    </form>
  );
}

function LookFields({ fields, values, logoUrl }: LookFormState & Pick<Props, 'logoUrl'>) {
  return (
    <Card title="Look">
      <FormStack>
        {logoUrl === null ? null : (
          // biome-ignore lint/performance/noImgElement: it is small already and kept by its hash
          <img
            src={logoUrl}
            alt="Your logo"
            className="max-h-12 max-w-full justify-self-start rounded-sm object-contain dark:bg-on-fill dark:p-1"
          />
        )}
        <LogoField label={logoUrl === null ? 'Logo' : 'Another logo'} error={fields.logo} />
        {logoUrl === null ? null : <CheckboxField label="Remove the logo" name="removeLogo" />}
        <Field
          label="Colour"
          name="accent"
          hint="Of buttons and links, such as #284ea7. White words must be readable on it."
          defaultValue={values.accent}
          error={fields.accent}
          width="medium"
          maxLength={20}
          autoComplete="off"
          spellCheck={false}
          optional
        />
      </FormStack>
    </Card>
  );
}

/** A photograph would be more than a form may send, so it is refused before it leaves. */
function LogoField({ label, error }: Readonly<{ label: string; error: string | undefined }>) {
  const [isTooLarge, setTooLarge] = useState(false);
  const fault = isTooLarge ? 'Use a picture of 200 kB or less.' : error;
  const choose = ({ currentTarget: input }: ChangeEvent<HTMLInputElement>) => {
    const isLarge = (input.files?.[0]?.size ?? 0) > logoBytesMax;
    setTooLarge(isLarge);
    if (isLarge) input.value = '';
  };
  return (
    <FieldFrame
      id="logo"
      label={label}
      hint="A PNG, JPEG or WebP picture of 200 kB or less. It stands in place of the shop’s name."
      error={fault}
      optional
    >
      <input
        id="logo"
        name="logo"
        type="file"
        accept={logoTypes.join(',')}
        onChange={choose}
        aria-invalid={fault !== undefined}
        aria-describedby={fault === undefined ? 'logo-hint' : 'logo-error'}
        className="control py-1! ps-1! file:me-3 file:min-h-7 file:rounded-sm file:border-0 file:bg-wash file:px-2.5 file:font-medium file:text-ink"
      />
    </FieldFrame>
  );
}

function SenderFields({ fields, values }: LookFormState) {
  return (
    <Card title="Sender">
      <FormStack>
        <Field
          label="Answers go to"
          name="replyTo"
          type="email"
          hint="Customers who reply to a message write to this address."
          defaultValue={values.replyTo}
          error={fields.replyTo}
          maxLength={254}
          autoComplete="off"
          optional
        />
        <TextareaField
          label="Postal address"
          name="postalAddress"
          hint="At the foot of every message and of the tracking page."
          defaultValue={values.postalAddress}
          error={fields.postalAddress}
          maxLength={500}
          optional
        />
        <TextareaField
          label="Words at the foot"
          name="footer"
          hint="Opening hours, a telephone number, the company’s registration."
          defaultValue={values.footer}
          error={fields.footer}
          maxLength={500}
          optional
        />
      </FormStack>
    </Card>
  );
}
