import { Card } from '#app/_ui/card';
import { CopyText } from '#app/_ui/copy-text';
import { DetailsList } from '#app/_ui/details-list';
import { Moment } from '#app/_ui/moment';
import { Money } from '#app/_ui/money';
import { StatusBadge } from '#app/_ui/status-badge';
import { statusWord } from '#app/_ui/status-words';
import type { Payment } from '#domain/order';
import type { OrderPage } from '#server/orders/read-order-page';
import { gatewayName } from '../../../settings/payments/gateways/gateway-copies';
import type { Clock } from './clock';

type Props = Readonly<{ page: OrderPage; clock: Clock }>;

export function PaymentsCard({ page: { order, accountNames }, clock }: Props) {
  const wish = order.paymentMethod;
  return (
    <Card title="Payments" flush>
      {order.payments.length === 0 ? (
        <p className="px-(--card-pad) pb-(--card-pad) text-ink-soft">
          No money has come in yet.
          {wish === null ? '' : ` The customer chose to pay by ${methodWord(wish).toLowerCase()}.`}
        </p>
      ) : (
        <ul className="divide-y divide-line border-line border-t">
          {order.payments.map((payment) => (
            <li key={payment.id} className="px-(--card-pad) py-3">
              <OnePayment
                payment={payment}
                accountName={accountNames[payment.account ?? ''] ?? payment.account}
                clock={clock}
              />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

type OneProps = Readonly<{ payment: Payment; accountName: string | null; clock: Clock }>;

function OnePayment({ payment, accountName, clock }: OneProps) {
  const { amountMinor, currency, status, refundedMinor } = payment;
  const isUndone = status === 'reversed' || status === 'declined';
  return (
    <>
      <div className="mb-1.5 flex flex-wrap items-center gap-x-3 gap-y-1">
        <Money minor={amountMinor} currency={currency} struck={isUndone} className="font-medium" />
        <StatusBadge kind="paymentRecord" value={status} />
        <span className="text-ink-soft text-sm">
          <Moment at={payment.receivedAt} {...clock} />
        </span>
      </div>
      <DetailsList
        items={[
          { term: 'Method', detail: [howPaid(payment), cardWords(payment)].join('') },
          { term: 'Account', detail: accountName },
          { term: 'Transaction', detail: copyable(payment.transactionId, 'transaction id') },
          {
            term: 'Authorization',
            detail: copyable(payment.authorizationCode, 'authorization code'),
          },
          {
            term: 'Refunded',
            detail:
              refundedMinor > 0 ? <Money minor={refundedMinor} currency={currency} /> : undefined,
          },
          { term: 'Note', detail: payment.note },
        ]}
      />
    </>
  );
}

function howPaid({ account, method }: Payment): string {
  return account === null ? methodWord(method) : gatewayName(method);
}

/** How a method is said: "Cheque", "PayPal". */
function methodWord(method: string): string {
  return statusWord('method', method).word;
}

function cardWords({ cardBrand, cardLast4 }: Payment): string {
  const words = [cardBrand, cardLast4 === null ? null : `ending in ${cardLast4}`].filter(Boolean);
  return words.length > 0 ? `, ${words.join(' ')}` : '';
}

function copyable(text: string | null, what: string) {
  return text === null ? null : <CopyText text={text} what={what} />;
}
