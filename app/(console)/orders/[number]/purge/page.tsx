import type { Metadata } from 'next';
import { refuse } from '#domain/refusal';
import { CommandPage } from '../_parts/command-page';
import type { NumberParams } from '../_parts/number-params';
import { readOrder } from '../_parts/read-order';
import { PurgeForm } from './purge-form';

export const metadata: Metadata = { title: 'Delete for good' };

export default async function PurgePage({ params }: Readonly<{ params: NumberParams }>) {
  const { page, caller } = await readOrder(params, '/purge');
  const { number, deletedAt } = page.order;
  return (
    <CommandPage
      number={number}
      title={`Delete order ${number} for good`}
      refusal={deletedAt === null ? notInBin : caller.role === 'owner' ? null : ownerOnly}
    >
      <PurgeForm number={number} />
    </CommandPage>
  );
}

const notInBin = refuse('The order is not in the bin.', 'Delete it first.');
const ownerOnly = refuse('Only the owner can delete an order for good.', 'Ask the owner.');
