import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CommandPage } from '../../../_parts/command-page';
import { readOrder } from '../../../_parts/read-order';
import { AnswerForm } from './answer-form';

export const metadata: Metadata = { title: 'Answer the customer' };

type Params = Promise<Readonly<{ number: string; requestId: string }>>;

export default async function AnswerPage({ params }: Readonly<{ params: Params }>) {
  const { requestId } = await params;
  const place = `/requests/${encodeURIComponent(requestId)}/answer`;
  const { page } = await readOrder(params, place);
  const { order } = page;
  const request = order.requests.find(({ id }) => id === requestId);
  if (!request) notFound();
  return (
    <CommandPage
      number={order.number}
      title={
        request.kind === 'cancel'
          ? `Do not cancel order ${order.number}`
          : `Order ${order.number} has not arrived`
      }
      refusal={request.answeredAt === null ? null : answeredAlready}
    >
      <AnswerForm
        number={order.number}
        version={order.version}
        request={request}
        email={order.customer.email}
      />
    </CommandPage>
  );
}

const answeredAlready = {
  reason: 'This request is not open any more.',
  remedy: 'It was answered or withdrawn: look at the history of the order.',
};
