import type { ReactNode } from 'react';
import { FormNotice } from '#app/_ui/form-notice';
import { Moment } from '#app/_ui/moment';
import { Notice } from '#app/_ui/notice';
import { TextLink } from '#app/_ui/text-link';
import type { Line } from '#domain/order';
import { binMs } from '#server/orders/purge-deleted-orders';
import type { OrderPage } from '#server/orders/read-order-page';
import type { Clock } from './clock';
import { isTooLate } from './done-words';
import { LeavingMail, MissedMail } from './mail-notices';
import { RequestNotices } from './request-notices';
import { releaseAction } from './step-actions';
import { StepButton } from './step-button';

type Props = Readonly<{ page: OrderPage; clock: Clock; done: string | null }>;

/** What a person should know before anything else on the page. */
export function Notices({ page, clock, done }: Props) {
  const { order, standing } = page;
  const isOpen = order.cancelledAt === null && order.deletedAt === null;
  return (
    <div className="mb-4 grid gap-3 empty:hidden">
      {done === null ? null : (
        <FormNotice tone={isTooLate(done) ? 'warn' : 'good'}>{done}</FormNotice>
      )}
      <LeavingMail page={page} nowMs={clock.nowMs} />
      <MissedMail page={page} />
      {isOpen ? <RequestNotices page={page} clock={clock} /> : null}
      {order.deletedAt === null ? null : (
        <Notice tone="warn" title="This order is in the bin">
          It can be restored until <Moment at={order.deletedAt + binMs} {...clock} show="date" />.
          Then it is gone for good.
        </Notice>
      )}
      {order.cancelledAt === null ? null : (
        <Notice tone="info" title="This order is cancelled">
          {order.cancelReason === null ? null : <q>{order.cancelReason}</q>}
        </Notice>
      )}
      {isOpen && order.heldAt !== null ? <OnHold page={page} clock={clock} /> : null}
      {isOpen && standing.flags.includes('late') ? (
        <Notice tone="bad" title="The day that the customer was promised has passed">
          Ship it, or name a new day below: then the customer is told.
        </Notice>
      ) : null}
      {isOpen && standing.flags.includes('charged_back') ? (
        <Notice tone="bad" title="The customer’s bank took the money back">
          Answer the charge back at the gateway. If it is lost, roll the order back.
        </Notice>
      ) : null}
      {isOpen && standing.flags.includes('authorised') ? (
        <Notice tone="warn" title="The money is authorised, not taken">
          Capture it at the gateway; its callback marks the order as paid.
        </Notice>
      ) : null}
      {isOpen && standing.flags.includes('codes_short') ? (
        <Notice tone="warn" title="Codes are still owed to the customer">
          Import codes for <Products lines={order.lines.filter((line) => line.codesWaiting > 0)} />:
          they go out by themselves, to the oldest order first.
        </Notice>
      ) : null}
      {isOpen && standing.flags.includes('short_stock') ? (
        <Notice tone="warn" title="It was paid when the stock was too low">
          Look at <Products lines={shortLines(page)} /> before you ship.
        </Notice>
      ) : null}
    </div>
  );
}

function OnHold({ page: { order, history }, clock }: Omit<Props, 'done'>) {
  const held = history.find(({ event }) => event.type === 'held')?.event;
  return (
    <Notice
      tone="warn"
      title={
        <>
          On hold since <Moment at={order.heldAt ?? 0} {...clock} />
        </>
      }
      actions={
        <StepButton
          action={releaseAction}
          fields={{ number: order.number }}
          pendingLabel="Releasing…"
          kind="secondary"
        >
          Release it
        </StepButton>
      }
    >
      {held?.type === 'held' && held.reason !== null ? <q>{held.reason}</q> : null}
    </Notice>
  );
}

function Products({ lines }: Readonly<{ lines: readonly Line[] }>): ReactNode {
  return lines.map(({ id, sku, name }, index) => (
    <span key={id}>
      {index > 0 ? ', ' : ''}
      <TextLink href={`/products/${encodeURIComponent(sku)}`}>
        <bdi>{name}</bdi>
      </TextLink>
    </span>
  ));
}

/** The lines whose product is below zero; all goods where that has been put right since. */
function shortLines({ order, products }: OrderPage): readonly Line[] {
  const goods = order.lines.filter(
    ({ kind, productId }) => kind === 'physical' && productId !== null,
  );
  const short = goods.filter(({ productId }) => (products[productId ?? '']?.stock ?? 0) < 0);
  return short.length > 0 ? short : goods;
}
