'use client';

import { useActionState } from 'react';
import { ButtonLink } from '#app/_ui/button-link';
import { Card } from '#app/_ui/card';
import { CheckboxField } from '#app/_ui/checkbox-field';
import { FormActions, FormStack } from '#app/_ui/form-layout';
import { FormNotice } from '#app/_ui/form-notice';
import { RadioGroupField } from '#app/_ui/radio-group-field';
import { SubmitButton } from '#app/_ui/submit-button';
import { TextareaField } from '#app/_ui/textarea-field';
import type { OrderRequest } from '#domain/order';
import { untouched } from '../../../../../_forms/command-state';
import { useFocusOnFault } from '../../../../../_forms/use-focus-on-fault';
import { orderPath } from '../../../_parts/order-path';
import { answerRequestAction } from '../../../_parts/request-actions';

type Props = Readonly<{
  number: string;
  version: number;
  request: OrderRequest;
  email: string;
}>;

export function AnswerForm({ number, version, request, email }: Props) {
  const [{ message, fields, values }, action] = useActionState(answerRequestAction, untouched);
  const ref = useFocusOnFault(fields);
  const isSentBefore = values.number !== undefined;
  const isCancel = request.kind === 'cancel';
  return (
    <form ref={ref} action={action} noValidate>
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="requestId" value={request.id} />
      <Card>
        <FormStack>
          {request.text === null ? null : (
            <p className="wrap-anywhere whitespace-pre-line">
              The customer wrote:{' '}
              <q>
                <bdi>{request.text}</bdi>
              </q>
            </p>
          )}
          {isCancel ? (
            <p>The order goes on as it is. The customer may ask again.</p>
          ) : (
            <RadioGroupField
              label="What you do"
              name="answer"
              choices={choices}
              defaultValue={values.answer ?? 'accepted'}
            />
          )}
          <TextareaField
            label={isCancel ? 'Why not' : 'Your answer'}
            name="text"
            rows={4}
            maxLength={500}
            hint="The customer reads it."
            defaultValue={values.text}
            error={fields.text}
          />
          <CheckboxField
            key={String(isSentBefore && values.notify === undefined)}
            label={`Tell the customer by e-mail, at ${email}`}
            name="notify"
            defaultChecked={!isSentBefore || values.notify !== undefined}
          />
          <FormNotice className="empty:hidden">{message}</FormNotice>
          <FormActions>
            <SubmitButton pendingLabel="Answering…">{isCancel ? 'Refuse' : 'Answer'}</SubmitButton>
            <ButtonLink href={orderPath(number)} kind="quiet">
              Back
            </ButtonLink>
          </FormActions>
        </FormStack>
      </Card>
    </form>
  );
}

const choices = [
  {
    value: 'accepted',
    label: 'We put it right',
    hint: 'By sending it again or giving the money back. Do that yourself: nothing moves by this.',
  },
  { value: 'refused', label: 'We leave it at that' },
] as const;
