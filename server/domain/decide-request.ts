import type { Address } from './address';
import { accept, type Decision, refused, type World } from './decision';
import { hasMoney } from './obstacle-of';
import type { Order, OrderRequest } from './order';
import type { OrderCommand } from './order-command';
import { openRequestOf } from './order-status';
import { rollBack } from './roll-back';

type Of<Type extends OrderCommand['type']> = OrderCommand & { type: Type };

/** Done at once where no money is in it; staff decide about everything that was paid. */
export function decideAskToCancel(
  order: Order,
  { reason }: Of<'ask_to_cancel'>,
  world: World,
): Decision {
  return hasMoney(order)
    ? asked('cancel', reason, world)
    : accept({ type: 'cancelled', reason, notify: true });
}

export function decideReportNotReceived(
  { text }: Of<'report_not_received'>,
  world: World,
): Decision {
  return asked('not_received', text, world);
}

function asked(kind: OrderRequest['kind'], text: string | null, world: World): Decision {
  return accept({ type: 'request_asked', requestId: world.newId(), kind, text });
}

export function decideWithdraw(order: Order, { requestId }: Of<'withdraw_request'>): Decision {
  const request = openRequestNamed(order, requestId);
  return request
    ? accept({ type: 'request_withdrawn', requestId, kind: request.kind })
    : refused('This request is not open any more.', 'Nothing more needs doing.');
}

export function decideCorrectOwnAddress(
  { shippingAddress }: Order,
  { address }: Of<'correct_own_address'>,
): Decision {
  return isSameAddress(shippingAddress, address)
    ? accept()
    : accept({ type: 'address_corrected', which: 'shipping', address, before: shippingAddress });
}

export function decideChoosePaymentMethod(
  { paymentMethod }: Order,
  { method }: Of<'choose_payment_method'>,
): Decision {
  return method === paymentMethod ? accept() : accept({ type: 'payment_method_chosen', method });
}

/**
 * Accepting to cancel takes the payment back and cancels in the same step. The reason is the shop's
 * alone: whoever has the link reads it, and what the customer wrote was for the shop. Everything else
 * is an answer in words, so without words it is none.
 */
export function decideAnswer(order: Order, command: Of<'answer_request'>, world: World): Decision {
  const request = openRequestNamed(order, command.requestId);
  if (!request) return refused('That request is not open.', 'Look at the order again.');
  const { accepted, text, restock, notify } = command;
  const { id: requestId, kind } = request;
  const isCancelled = kind === 'cancel' && accepted;
  if (!isCancelled && text === null) return wordsMissing;
  const answer = accepted ? ('accepted' as const) : ('refused' as const);
  const answered = { type: 'request_answered', requestId, kind, answer, text } as const;
  if (!isCancelled) return accept({ ...answered, hasLeft: false, notify });
  return accept(
    { ...answered, hasLeft: false, notify: false },
    ...rollBack(order, { reason: text, restock }, world),
    { type: 'cancelled', reason: text, notify },
  );
}

const wordsMissing: Decision = {
  kind: 'invalid',
  fields: { text: 'Write an answer: the customer reads it.' },
};

/** What has left cannot be cancelled any more, so shipping answers whoever asked for that. */
export function answeredByLeaving(order: Order, decision: Decision): Decision {
  const request = openRequestOf(order, 'cancel');
  if (decision.kind !== 'accepted' || request === null) return decision;
  const notify = decision.events.some((event) => event.type === 'shipped' && event.notify);
  return accept(...decision.events, {
    type: 'request_answered',
    ...{ requestId: request.id, kind: request.kind, answer: 'refused', text: null },
    ...{ hasLeft: true, notify },
  });
}

function openRequestNamed({ requests }: Order, requestId: string): OrderRequest | null {
  return requests.find(({ id, answeredAt }) => id === requestId && answeredAt === null) ?? null;
}

function isSameAddress(one: Address | null, other: Address): boolean {
  const parts = new Set([...Object.keys(one ?? {}), ...Object.keys(other)] as (keyof Address)[]);
  return [...parts].every((part) => one?.[part] === other[part]);
}
