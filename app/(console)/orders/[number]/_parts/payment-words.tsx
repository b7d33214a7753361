import { CodeText } from '#app/_ui/code-text';
import { Money } from '#app/_ui/money';
import type { Payment } from '#domain/order';
import type { OrderEvent } from '#domain/order-event';
import type { Clock } from './clock';
import { codeCount } from './code-words';
import { dayInHistory } from './expected-words';
import type { EventWords } from './history-words';
import { byMethod } from './method-words';

export function paidWords({ account, method }: Payment): string {
  return account === null ? `marked it paid ${byMethod(method)}` : 'marked it paid';
}

type PaidProps = Readonly<{ event: OrderEvent & { type: 'paid' }; clock: Clock }>;

export function PaidDetail({ event, clock }: PaidProps) {
  const { amountMinor, currency, transactionId, authorizationCode } = event.payment;
  const handedOut = event.codes.reduce((sum, { handOut }) => sum + handOut, 0);
  return (
    <>
      <Money minor={amountMinor} currency={currency} />
      {transactionId === null ? null : (
        <>
          , transaction <CodeText>{transactionId}</CodeText>
        </>
      )}
      {authorizationCode === null ? null : (
        <>
          , authorization <CodeText>{authorizationCode}</CodeText>
        </>
      )}
      {handedOut > 0 ? `, ${codeCount(event.codes)} handed out` : ''}
      {event.expectedOn ? `, expected on ${dayInHistory(event.expectedOn, clock)}` : ''}
    </>
  );
}

export function recordedWords(payment: Payment): EventWords {
  const amount = <Money minor={payment.amountMinor} currency={payment.currency} />;
  switch (payment.status) {
    case 'authorised':
      return { did: <>reported that {amount} is authorised</>, icon: 'hourglass', tone: 'warn' };
    case 'declined':
      return { did: <>reported that {amount} was declined</>, icon: 'circle-x', tone: 'bad' };
    default:
      return {
        did: (
          <>
            recorded {amount} {byMethod(payment.method)}
          </>
        ),
        icon: 'wallet',
      };
  }
}

export function updatedWords({
  what,
  payment,
}: OrderEvent & { type: 'payment_updated' }): EventWords {
  switch (what) {
    case 'refunded':
      return {
        did: (
          <>
            refunded <Money minor={payment.refundedMinor} currency={payment.currency} /> so far
          </>
        ),
        icon: 'undo-2',
        tone: 'warn',
      };
    case 'charged_back':
      return { did: 'reported a charge back', icon: 'shield-alert', tone: 'bad' };
    case 'charge_back_reversed':
      return { did: 'reported that the charge back was won', icon: 'shield-check', tone: 'good' };
    case 'authorization_code':
      return { did: `added the authorization code ${payment.authorizationCode}`, icon: 'pencil' };
    default:
      return what satisfies never;
  }
}
