'use client';

import { useActionState } from 'react';
import { ButtonLink } from '#app/_ui/button-link';
import { CheckboxField } from '#app/_ui/checkbox-field';
import { ConfirmPanel, type Consequence } from '#app/_ui/confirm-panel';
import { Field } from '#app/_ui/field';
import { FormNotice } from '#app/_ui/form-notice';
import { RadioGroupField } from '#app/_ui/radio-group-field';
import { SubmitButton } from '#app/_ui/submit-button';
import { type CommandState, untouched } from '../../../_forms/command-state';
import { orderPath } from './order-path';

export type TakeBackWords = Readonly<{
  button: string;
  pending: string;
  /** What the reason is for. */
  reasonHint: string;
}>;

type Props = Readonly<{
  action: (state: CommandState, form: FormData) => Promise<CommandState>;
  number: string;
  version: number;
  requestId?: string | undefined;
  words: TakeBackWords;
  consequences: readonly Consequence[];
  asksForStock: boolean;
  asksForMail: boolean;
}>;

export function TakeBackForm(props: Props) {
  const { action, number, version, requestId, words } = props;
  const { consequences, asksForStock, asksForMail } = props;
  const [{ message, fields, values }, send] = useActionState(action, untouched);
  const isSentBefore = values.number !== undefined;
  return (
    <form action={send} noValidate className="group/form">
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="version" value={version} />
      {requestId === undefined ? null : <input type="hidden" name="requestId" value={requestId} />}
      <ConfirmPanel
        title="This is what will happen"
        consequences={consequences}
        actions={
          <>
            <SubmitButton kind="danger" pendingLabel={words.pending}>
              {words.button}
            </SubmitButton>
            <ButtonLink href={orderPath(number)} kind="quiet">
              Leave it as it is
            </ButtonLink>
          </>
        }
      >
        {asksForStock ? (
          <RadioGroupField
            label="The goods"
            name="restock"
            choices={stockChoices}
            defaultValue={values.restock ?? 'restock'}
          />
        ) : null}
        <Field
          label="Reason"
          name="reason"
          maxLength={500}
          hint={words.reasonHint}
          defaultValue={values.reason}
          error={fields.reason}
          optional
        />
        {asksForMail ? (
          <CheckboxField
            label="Tell the customer by e-mail"
            name="notify"
            defaultChecked={!isSentBefore || values.notify !== undefined}
          />
        ) : null}
        <FormNotice className="empty:hidden">{message}</FormNotice>
      </ConfirmPanel>
    </form>
  );
}

const stockChoices = [
  { value: 'restock', label: 'They go back into stock' },
  { value: 'keep', label: 'They do not come back', hint: 'Lost, damaged or kept by the customer.' },
] as const;
