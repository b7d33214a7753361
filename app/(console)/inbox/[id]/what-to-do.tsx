import { Card } from '#app/_ui/card';
import { isCurrency } from '#domain/currency';
import { formatMoney } from '#domain/money';
import type { CallbackAction } from '#domain/vocabulary';
import type { CallbackPage } from '#server/payments/read-callback-page';
import { AttachForm, DismissForm, TakeForm, VerifyForm } from './step-forms';
import { attachWords, dismissWords } from './step-words';
import { stepsOf } from './steps-of';
import { takeWords } from './take-words';
import { verifyWords } from './verify-words';

type Props = Readonly<{ page: CallbackPage; nowMs: number; timeZone: string }>;

/** What a person can do about a callback: the best step open, the others behind their names. */
export function WhatToDo(props: Props) {
  const { best, others } = stepsOf(props.page);
  return (
    <>
      {best === null ? null : <StepForm {...props} step={best} isBest />}
      {others.length === 0 ? null : (
        <Card title={best === null ? 'What you can do' : 'Other ways'}>
          <ul className="grid gap-1">
            {others.map((step) => (
              <li key={step}>
                <StepForm {...props} step={step} isBest={false} />
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

type StepProps = Props & Readonly<{ step: CallbackAction; isBest: boolean }>;

function StepForm({ page, step, isBest, ...clock }: StepProps) {
  const { callback, handling } = page;
  const { id, verdict, orderNumber: number } = callback;
  const { order } = handling;
  const seen = { verdict, orderNumber: number, orderVersion: order?.version ?? null };
  switch (step) {
    case 'verify':
      return <VerifyForm {...{ id, seen, isBest }} words={verifyWords(handling, clock)} />;
    case 'attach':
      return <AttachForm {...{ id, seen, isBest }} words={attachWords} />;
    case 'dismiss':
      return <DismissForm {...{ id, seen, isBest }} words={dismissWords} />;
    case 'accept':
    case 'apply':
      return order === null || number === null ? null : (
        <TakeForm
          {...{ id, seen, isBest, action: step }}
          words={takeWords({ action: step, number, order })}
          currency={order.toldMinor === null ? order.currency : null}
          told={toldWords(callback)}
        />
      );
    default:
      return step satisfies never;
  }
}

function toldWords({ amountMinor, currency }: CallbackPage['callback']): string | null {
  if (amountMinor === null) return null;
  return currency !== null && isCurrency(currency)
    ? formatMoney(amountMinor, currency)
    : `${amountMinor} ${currency ?? ''}`.trim();
}
