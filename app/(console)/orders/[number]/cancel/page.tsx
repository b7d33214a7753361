import type { Metadata } from 'next';
import type { NumberParams } from '../_parts/number-params';
import { cancelAction } from '../_parts/take-back-actions';
import { TakeBackPage } from '../_parts/take-back-page';

export const metadata: Metadata = { title: 'Cancel' };

export default function CancelPage({ params }: Readonly<{ params: NumberParams }>) {
  return (
    <TakeBackPage
      params={params}
      command="cancel"
      place="/cancel"
      title={(number) => `Cancel order ${number}`}
      words={{
        button: 'Cancel the order',
        pending: 'Cancelling…',
        reasonHint: 'Kept in the history. The customer reads it, in the e-mail and on their page.',
      }}
      action={cancelAction}
    />
  );
}
