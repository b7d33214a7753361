import type { Metadata } from 'next';
import { acceptCancelAction } from '../../../_parts/request-actions';
import { TakeBackPage } from '../../../_parts/take-back-page';

export const metadata: Metadata = { title: 'Cancel as asked' };

type Params = Promise<Readonly<{ number: string; requestId: string }>>;

export default async function AcceptCancelPage({ params }: Readonly<{ params: Params }>) {
  const { requestId } = await params;
  return (
    <TakeBackPage
      params={params}
      command="answer_request"
      requestId={requestId}
      place={`/requests/${encodeURIComponent(requestId)}/accept`}
      title={(number) => `Cancel order ${number}, as the customer asks`}
      words={{
        button: 'Cancel the order',
        pending: 'Cancelling…',
        reasonHint: 'Kept in the history. The customer reads it, in the e-mail and on their page.',
      }}
      action={acceptCancelAction}
    />
  );
}
