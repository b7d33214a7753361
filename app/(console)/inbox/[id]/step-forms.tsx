'use client';

import { useActionState } from 'react';
import { Field } from '#app/_ui/field';
import { untouched } from '../../_forms/command-state';
import { attachAction, dismissAction, takeAction, verifyAction } from './resolve-actions';
import { type SeenState, StepFrame } from './step-frame';
import type { StepWords } from './step-words';

type Props = Readonly<{ id: string; seen: SeenState; words: StepWords; isBest: boolean }>;

type TakeProps = Props &
  Readonly<{
    action: 'accept' | 'apply';
    /** In which currency a person says what the money is worth; null where the message told it. */
    currency: string | null;
    /** What the message says came in, as it is read. */
    told: string | null;
  }>;

/** Takes the money as it came. */
export function TakeForm({ action, currency, told, ...frame }: TakeProps) {
  const [state, send] = useActionState(takeAction, untouched);
  return (
    <StepFrame {...frame} state={state} action={send}>
      <input type="hidden" name="action" value={action} />
      {currency === null ? null : (
        <>
          <input type="hidden" name="currency" value={currency} />
          <Field
            label={`What it is worth in ${currency}`}
            name="amount"
            type="money"
            before={currency}
            width="medium"
            hint={told === null ? 'The message tells no amount.' : `The message says ${told}.`}
            defaultValue={state.values.amount}
            error={state.fields.amount}
            required
          />
        </>
      )}
    </StepFrame>
  );
}

export function AttachForm(frame: Props) {
  const [state, send] = useActionState(attachAction, untouched);
  return (
    <StepFrame {...frame} state={state} action={send}>
      <Field
        label="Order number"
        name="orderNumber"
        maxLength={200}
        width="medium"
        autoComplete="off"
        defaultValue={state.values.orderNumber}
        error={state.fields.orderNumber}
        required
      />
    </StepFrame>
  );
}

export function DismissForm(frame: Props) {
  const [state, send] = useActionState(dismissAction, untouched);
  return (
    <StepFrame {...frame} state={state} action={send}>
      <Field
        label="Reason"
        name="reason"
        maxLength={500}
        hint="Such as “Given back at the gateway”. Kept with it; only staff see it."
        autoComplete="off"
        defaultValue={state.values.reason}
        error={state.fields.reason}
        required
      />
    </StepFrame>
  );
}

export function VerifyForm(frame: Props) {
  const [state, send] = useActionState(verifyAction, untouched);
  return <StepFrame {...frame} state={state} action={send} />;
}
