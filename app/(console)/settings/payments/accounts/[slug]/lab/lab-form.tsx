'use client';

import { useActionState } from 'react';
import { Card } from '#app/_ui/card';
import { Field } from '#app/_ui/field';
import { FormActions, FormStack } from '#app/_ui/form-layout';
import { FormNotice } from '#app/_ui/form-notice';
import { RadioGroupField } from '#app/_ui/radio-group-field';
import { SubmitButton } from '#app/_ui/submit-button';
import type { LabCase } from '#server/payments/lab/lab-cases';
import { type LabState, tryOutAction } from './actions';
import { caseWords } from './case-words';
import { NothingChanged, RehearsedMessages } from './rehearsed-messages';
import { SentResult } from './sent-result';

type Props = Readonly<{
  slug: string;
  cases: readonly LabCase[];
  /** The account takes test payments, so that samples may be sent for real. */
  mayBeSent: boolean;
}>;

export function LabForm({ slug, cases, mayBeSent }: Props) {
  const [{ values, fields, outcome }, action] = useActionState(tryOutAction, untouched);
  return (
    <div className="grid items-start gap-4 xl:grid-cols-2">
      <form action={action} noValidate className="min-w-0">
        <input type="hidden" name="slug" value={slug} />
        <Card>
          <FormStack>
            <RadioGroupField
              key={values.case}
              label="What to try"
              name="case"
              defaultValue={values.case}
              choices={cases.map((value) => ({ value, ...caseWords[value] }))}
              error={fields.case}
            />
            <Field
              label="Order number"
              name="orderNumber"
              hint="Left empty, the messages are about a sample order that exists here only."
              maxLength={200}
              autoComplete="off"
              spellCheck={false}
              defaultValue={values.orderNumber}
              error={fields.orderNumber}
              width="medium"
              optional
            />
            <FormNotice className="empty:hidden">
              {outcome.kind === 'fault' ? outcome.message : null}
            </FormNotice>
            <FormActions>
              <SubmitButton name="do" value="rehearse" pendingLabel="Trying it out…">
                Show what would happen
              </SubmitButton>
              {mayBeSent ? (
                <SubmitButton name="do" value="send" kind="secondary">
                  Send for real
                </SubmitButton>
              ) : null}
            </FormActions>
            <p className="text-pretty text-ink-soft text-sm">
              {mayBeSent
                ? 'Sent for real, the messages go through the inbox and change the order, as test payments do in this account. That needs an order number.'
                : 'Nothing is changed by it. Samples are sent for real only to an account that is set to test.'}
            </p>
          </FormStack>
        </Card>
      </form>
      <div className="grid min-w-0 gap-4">
        <div role="status" className="empty:hidden">
          {outcome.kind === 'rehearsed' ? <NothingChanged {...outcome} /> : null}
          {outcome.kind === 'sent' ? <SentResult slug={slug} {...outcome} /> : null}
        </div>
        {outcome.kind === 'none' ? <NothingTried /> : null}
        {outcome.kind === 'rehearsed' ? <RehearsedMessages {...outcome} /> : null}
      </div>
    </div>
  );
}

/** Keeps the room beside the form, where there is one. */
function NothingTried() {
  return (
    <p className="hidden rounded-lg border border-edge/60 border-dashed px-6 py-10 text-center text-ink-soft xl:block">
      What would happen is shown here, message by message.
    </p>
  );
}

const untouched: LabState = {
  values: { case: 'paid', orderNumber: '' },
  fields: {},
  outcome: { kind: 'none' },
};
