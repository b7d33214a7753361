import type { Metadata } from 'next';
import type { NumberParams } from '../_parts/number-params';
import { rollBackAction } from '../_parts/take-back-actions';
import { TakeBackPage } from '../_parts/take-back-page';

export const metadata: Metadata = { title: 'Roll back' };

export default function RollBackPage({ params }: Readonly<{ params: NumberParams }>) {
  return (
    <TakeBackPage
      params={params}
      command="roll_back"
      place="/roll-back"
      title={(number) => `Roll back order ${number}`}
      words={{
        button: 'Roll back',
        pending: 'Rolling back…',
        reasonHint: 'Kept in the history of the order.',
      }}
      action={rollBackAction}
    />
  );
}
