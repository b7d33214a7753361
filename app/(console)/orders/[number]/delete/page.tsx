import type { Metadata } from 'next';
import type { NumberParams } from '../_parts/number-params';
import { deleteAction } from '../_parts/take-back-actions';
import { TakeBackPage } from '../_parts/take-back-page';

export const metadata: Metadata = { title: 'Delete' };

export default function DeletePage({ params }: Readonly<{ params: NumberParams }>) {
  return (
    <TakeBackPage
      params={params}
      command="delete"
      place="/delete"
      title={(number) => `Delete order ${number}`}
      words={{
        button: 'Delete the order',
        pending: 'Deleting…',
        reasonHint: 'Kept in the history of the order.',
      }}
      action={deleteAction}
    />
  );
}
