'use client';

import { useActionState } from 'react';
import { Card } from '#app/_ui/card';
import { Field } from '#app/_ui/field';
import { FormActions, FormStack } from '#app/_ui/form-layout';
import { FormNotice } from '#app/_ui/form-notice';
import { SubmitButton } from '#app/_ui/submit-button';
import { TextareaField } from '#app/_ui/textarea-field';
import { directionOf } from '#domain/language';
import { changeWordingsAction } from './actions';

export type Text = Readonly<{
  key: string;
  label: string;
  original: string;
  isLong?: boolean;
  placeholders: readonly string[];
}>;

type Props = Readonly<{
  template: string;
  language: string;
  texts: readonly Text[];
  own: Readonly<Partial<Record<string, string>>>;
}>;

export function WordingsForm({ template, language, texts, own }: Props) {
  const saved = Object.fromEntries(texts.map(({ key, original }) => [key, own[key] ?? original]));
  const [state, action] = useActionState(changeWordingsAction, {
    notice: null,
    fields: {},
    // What is saved may change beside this form, so only what was typed and refused is kept in it.
    values: {},
  });
  return (
    <form action={action} noValidate>
      <input type="hidden" name="template" value={template} />
      <input type="hidden" name="language" value={language} />
      <Card title="Words">
        <FormStack>
          {texts.map((text) => (
            <TextField
              key={text.key}
              text={text}
              isOwn={own[text.key] !== undefined}
              value={state.values[text.key] ?? saved[text.key] ?? ''}
              error={state.fields[text.key]}
              language={language}
            />
          ))}
          <FormNotice tone={state.notice?.tone} className="empty:hidden">
            {state.notice?.text}
          </FormNotice>
          <FormActions>
            <SubmitButton pendingLabel="Saving…">Save</SubmitButton>
          </FormActions>
        </FormStack>
      </Card>
    </form>
  );
}

type FieldProps = Readonly<{
  text: Text;
  isOwn: boolean;
  value: string;
  error: string | undefined;
  language: string;
}>;

function TextField({ text, isOwn, value, error, language }: FieldProps) {
  const hint = isOwn ? `The original: ${text.original === '' ? 'none' : text.original}` : undefined;
  const shared = {
    ...{ label: text.label, name: text.key, defaultValue: value, error, hint },
    ...{ lang: language, dir: directionOf(language), autoComplete: 'off' },
  } as const;
  const isLine = text.key.startsWith('subject') || text.key.startsWith('heading');
  return isLine ? (
    <Field {...shared} maxLength={1000} />
  ) : (
    <TextareaField {...shared} rows={text.isLong ? 4 : 2} maxLength={5000} />
  );
}
