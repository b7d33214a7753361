import type { ReactNode } from 'react';
import type { Consequence } from '#app/_ui/confirm-panel';
import { Money } from '#app/_ui/money';
import { statusWord } from '#app/_ui/status-words';
import type { CodesPreview, CommandPreview, ProductPreview } from '#server/orders/preview-command';
import { dayWords } from '../../../../_ui/day-words';
import { byMethod } from './method-words';

/** What a command would do, line by line, in the words of a shop. */
export function consequencesOf(preview: CommandPreview): readonly Consequence[] {
  return [
    ...preview.products.map(productLine),
    ...preview.codes.flatMap(codeLines),
    ...grantLine(preview),
    ...paymentLines(preview),
    ...shipmentLine(preview),
    ...dayLine(preview),
    ...mailLines(preview),
    statusLine(preview),
  ];
}

/**
 * Both outcomes of the choice about the stock are there; the form's own choice shows one of them,
 * without script too.
 */
function productLine(product: ProductPreview): Consequence {
  const { productId, isTracked, stock, stockAfter, sold, soldAfter } = product;
  return {
    key: `product ${productId}`,
    icon: 'boxes',
    what: isTracked ? (
      <>
        <span className="group-has-[[value=keep]:checked]/form:hidden">
          Stock of {name(product)} rises from {units(stock)} to <b>{units(stockAfter)}</b>
        </span>
        <span className="hidden group-has-[[value=keep]:checked]/form:inline">
          Stock of {name(product)} stays at <b>{units(stock)}</b>
        </span>
        , sales fall from {units(sold)} to <b>{units(soldAfter)}</b>.
      </>
    ) : (
      <>
        Sales of {name(product)} fall from {units(sold)} to <b>{units(soldAfter)}</b>.
      </>
    ),
  };
}

function codeLines(codes: CodesPreview): readonly Consequence[] {
  const { productId, back, burned } = codes;
  return [
    ...(back > 0
      ? [
          {
            key: `back ${productId}`,
            icon: 'key-round',
            what: (
              <>
                {count(back, 'code', 'codes')} of {name(codes)} {back === 1 ? 'goes' : 'go'} back to
                the pool.
              </>
            ),
            detail: back === 1 ? 'Nobody has seen it.' : 'Nobody has seen them.',
          } as const,
        ]
      : []),
    ...(burned > 0
      ? [
          {
            key: `burned ${productId}`,
            icon: 'circle-slash',
            tone: 'warn',
            what: (
              <>
                {count(burned, 'code', 'codes')} of {name(codes)} {burned === 1 ? 'is' : 'are'}{' '}
                burned for good.
              </>
            ),
            detail: 'What was mailed, shown or read by the API cannot be given to somebody else.',
          } as const,
        ]
      : []),
  ];
}

function grantLine({ grantsRevoked }: CommandPreview): readonly Consequence[] {
  if (grantsRevoked === 0) return [];
  const what = `The customer can no longer download ${count(grantsRevoked, 'file', 'files')}.`;
  return [{ key: 'grants', icon: 'download', tone: 'warn', what }];
}

function paymentLines({ paymentsReversed }: CommandPreview): readonly Consequence[] {
  return paymentsReversed.map(({ id, amountMinor, currency, method, account }) => ({
    key: `payment ${id}`,
    icon: 'wallet',
    tone: 'warn',
    what: (
      <>
        The payment of <Money minor={amountMinor} currency={currency} /> {byMethod(method)} is kept
        and marked as reversed.
      </>
    ),
    detail:
      account === null
        ? 'Give the money back yourself.'
        : 'No money moves by this: refund it at the gateway if it should go back.',
  }));
}

function shipmentLine({ shipmentsVoided }: CommandPreview): readonly Consequence[] {
  if (shipmentsVoided === 0) return [];
  const isOne = shipmentsVoided === 1;
  const what = `${count(shipmentsVoided, 'shipment', 'shipments')} ${isOne ? 'is' : 'are'} voided, and kept on record.`;
  return [{ key: 'shipments', icon: 'truck', tone: 'warn', what }];
}

function dayLine({ dayTakenAway: day }: CommandPreview): readonly Consequence[] {
  if (day === null) return [];
  const what = `${dayWords(day, day)} is promised no longer: paying again counts anew.`;
  return [{ key: 'day', icon: 'calendar', what }];
}

function mailLines({ mailWithdrawn, mailTo, promised }: CommandPreview): readonly Consequence[] {
  const isOne = mailWithdrawn === 1;
  return [
    ...(mailWithdrawn > 0
      ? [
          {
            key: 'withdrawn',
            icon: 'mail-warning',
            what: `${count(mailWithdrawn, 'message', 'messages')} that ${isOne ? 'has' : 'have'} not left yet ${isOne ? 'is' : 'are'} withdrawn.`,
          } as const,
        ]
      : []),
    ...(mailTo === null
      ? []
      : [
          {
            key: 'told',
            icon: 'mail',
            what: (
              <>
                <span className="group-has-[[name=notify]:not(:checked)]/form:hidden">
                  The customer is told by e-mail, at {mailTo}.
                </span>
                <span className="hidden group-has-[[name=notify]:not(:checked)]/form:inline">
                  The customer is not told.
                </span>
              </>
            ),
            detail: promised && (
              <span className="group-has-[[name=notify]:not(:checked)]/form:hidden">
                The e-mail promises that <Money {...promised} /> is given back, and so does the
                customer’s page.
              </span>
            ),
          } as const,
        ]),
  ];
}

function statusLine({ statusBefore, statusAfter, isDeleted }: CommandPreview): Consequence {
  const after = statusWord('order', isDeleted ? 'deleted' : statusAfter);
  return {
    key: 'status',
    icon: after.icon,
    what: isDeleted ? (
      <>The order goes into the bin and out of every list. It can be restored for 30 days.</>
    ) : (
      <>
        The order is <b>{after.word.toLowerCase()}</b> afterwards; now it is{' '}
        {statusWord('order', statusBefore).word.toLowerCase()}.
      </>
    ),
  };
}

function name({ name, sku }: Readonly<{ name: string; sku: string }>): ReactNode {
  return <bdi title={sku}>{name}</bdi>;
}

function count(units: number, one: string, many: string): string {
  return `${units} ${units === 1 ? one : many}`;
}

/** Sold out and beyond: with a real minus sign. */
function units(stock: number): string {
  return stock.toLocaleString('en').replace('-', '−');
}
