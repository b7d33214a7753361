import type { Metadata } from 'next';
import type { Consequence } from '#app/_ui/confirm-panel';
import { CommandPage } from '../_parts/command-page';
import type { NumberParams } from '../_parts/number-params';
import { readOrder } from '../_parts/read-order';
import { renewLinkAction } from '../_parts/take-back-actions';
import { TakeBackForm } from '../_parts/take-back-form';

export const metadata: Metadata = { title: 'Replace the link' };

export default async function LinkPage({ params }: Readonly<{ params: NumberParams }>) {
  const { page } = await readOrder(params, '/link');
  const { order, refusals } = page;
  return (
    <CommandPage
      number={order.number}
      title={`Replace the link of order ${order.number}`}
      meta="For a link that has reached somebody it was not meant for."
      refusal={refusals.renew_link ?? null}
    >
      <TakeBackForm
        action={renewLinkAction}
        number={order.number}
        version={order.version}
        words={{
          button: 'Replace the link',
          pending: 'Replacing…',
          reasonHint: 'Kept in the history of the order.',
        }}
        consequences={consequencesFor(order.customer.email, order.grants.length > 0)}
        asksForStock={false}
        asksForMail
      />
    </CommandPage>
  );
}

function consequencesFor(email: string, hasDownloads: boolean): readonly Consequence[] {
  return [
    {
      key: 'new',
      icon: 'link',
      what: 'The order gets a new link',
      detail: 'Messages that have not left yet will have it.',
    },
    {
      key: 'old',
      icon: 'circle-slash',
      tone: 'warn',
      what: 'The old link shows nothing of the order any more',
      detail: `Whoever opens it is told that it was replaced, and can have the new one sent to ${email} only.`,
    },
    ...(hasDownloads ? [downloadsEnd] : []),
  ];
}

const downloadsEnd: Consequence = {
  key: 'downloads',
  icon: 'download',
  tone: 'warn',
  what: 'Downloads that were begun from the old link end',
};
