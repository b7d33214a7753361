'use client';

import { useActionState } from 'react';
import { Card } from '#app/_ui/card';
import { CheckboxField } from '#app/_ui/checkbox-field';
import { CopyText } from '#app/_ui/copy-text';
import { Field } from '#app/_ui/field';
import { FieldNotes } from '#app/_ui/field-frame';
import { FormActions, FormStack } from '#app/_ui/form-layout';
import { FormNotice } from '#app/_ui/form-notice';
import { SubmitButton } from '#app/_ui/submit-button';
import { createApiKeyAction, type NewKeyState } from './actions';

type Props = Readonly<{ choices: readonly Readonly<{ scope: string; words: string }>[] }>;

const blank: NewKeyState = {
  made: null,
  message: null,
  fields: {},
  values: { name: '', scopes: [] },
};

export function NewKeyForm({ choices }: Props) {
  const [{ made, message, fields, values }, action] = useActionState(createApiKeyAction, blank);
  return (
    <Card title="New key">
      <form action={action} noValidate>
        <FormStack>
          <Field
            label="Name"
            name="name"
            hint="Who will use it: “Web shop”, “Accountant”."
            maxLength={100}
            autoComplete="off"
            defaultValue={values.name}
            error={fields.name}
            required
          />
          <fieldset aria-describedby={fields.scopes ? 'scopes-error' : undefined}>
            <legend className="mb-1 font-medium">It may</legend>
            <div className="grid gap-1">
              {choices.map(({ scope, words }) => (
                <CheckboxField
                  key={`${scope} ${values.scopes.includes(scope)}`}
                  name="scopes"
                  value={scope}
                  label={
                    <>
                      {words} <code className="font-mono text-ink-soft text-xs">{scope}</code>
                    </>
                  }
                  defaultChecked={values.scopes.includes(scope)}
                />
              ))}
            </div>
            <FieldNotes id="scopes" error={fields.scopes} />
          </fieldset>
          <FormNotice tone={made ? 'good' : 'bad'} className="empty:-mt-4">
            {made ? <MadeKey name={made.name} apiKey={made.key} /> : message}
          </FormNotice>
          <FormActions>
            <SubmitButton pendingLabel="Making the key…">Make a key</SubmitButton>
          </FormActions>
        </FormStack>
      </form>
    </Card>
  );
}

function MadeKey({ name, apiKey }: Readonly<{ name: string; apiKey: string }>) {
  return (
    <>
      <p className="font-medium">This is the key for “{name}”.</p>
      <p>Copy it now: it will not be shown again.</p>
      <p className="mt-1">
        <CopyText text={apiKey} what="API key" />
      </p>
    </>
  );
}
