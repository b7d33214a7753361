import { Card } from '#app/_ui/card';
import { CodeText } from '#app/_ui/code-text';
import { CopyText } from '#app/_ui/copy-text';
import { DetailsList } from '#app/_ui/details-list';
import { Moment } from '#app/_ui/moment';
import type { CallbackPage } from '#server/payments/read-callback-page';
import { gatewayName } from '../../settings/payments/gateways/gateway-copies';
import { claimWords, trustWords } from '../claim-words';
import { ClaimedAmount } from '../claimed-amount';
import { OrderLink } from '../order-link';

type Props = Readonly<{
  callback: CallbackPage['callback'];
  nowMs: number;
  timeZone: string;
}>;

export function CallbackFacts({ callback, nowMs, timeZone }: Props) {
  const { claim, orderNumber, transactionId, authorizationCode, receivedAt, eventKey } = callback;
  return (
    <>
      <Card title="Payment">
        {claim === null ? (
          <p className="text-ink-soft">Nothing that this message says is proved.</p>
        ) : (
          <DetailsList
            layout="above"
            items={[
              { term: 'The gateway says', detail: claimWords(claim) },
              {
                term: 'Amount',
                detail: callback.amountMinor === null ? null : <ClaimedAmount {...callback} />,
              },
              {
                term: 'Order',
                detail: orderNumber && (
                  <OrderLink number={orderNumber} hasOrder={callback.hasOrder} />
                ),
              },
              {
                term: 'Transaction ID',
                detail: transactionId && <CopyText text={transactionId} what="transaction ID" />,
              },
              {
                term: 'Authorization code',
                detail: authorizationCode && (
                  <CopyText text={authorizationCode} what="authorization code" />
                ),
              },
            ]}
          />
        )}
      </Card>
      <Card title="Message">
        <DetailsList
          layout="above"
          items={[
            {
              term: 'Received',
              detail: <Moment at={receivedAt} show="both" {...{ nowMs, timeZone }} />,
            },
            { term: 'Account', detail: callback.accountName },
            { term: 'Gateway', detail: gatewayName(callback.gateway) },
            { term: 'Proof', detail: claim === null ? 'None' : trustWords[claim.trust] },
            { term: 'Event', detail: eventKey && <CodeText>{eventKey}</CodeText> },
          ]}
        />
      </Card>
    </>
  );
}
