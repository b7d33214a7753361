import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { codeWords } from '../../_parts/code-words';
import { CommandPage } from '../../_parts/command-page';
import { orderPath } from '../../_parts/order-path';
import { readOrder } from '../../_parts/read-order';
import { ReplaceForm } from './replace-form';

export const metadata: Metadata = { title: 'Replace a code' };

type Params = Promise<Readonly<{ number: string; codeId: string }>>;

export default async function ReplaceCodePage({ params }: Readonly<{ params: Params }>) {
  const { codeId } = await params;
  const { page } = await readOrder(params, `/codes/${encodeURIComponent(codeId)}`);
  const code = page.codes.find(({ id }) => id === Number(codeId));
  if (!code) notFound();
  const { order, products, permitted } = page;
  const isHere = code.status === 'handed_out' && permitted.includes('replace_code');
  return (
    <CommandPage
      number={order.number}
      title="Replace a code that does not work"
      meta={`Order ${order.number}, ${codeWords(page, code)}`}
      refusal={isHere ? null : noLongerHere}
    >
      <ReplaceForm
        number={order.number}
        codeId={code.id}
        lineId={code.lineId ?? ''}
        left={products[code.productId]?.codesAvailable ?? 0}
        back={orderPath(order.number)}
      />
    </CommandPage>
  );
}

const noLongerHere = {
  reason: 'This code is no longer handed out to the order.',
  remedy: 'It was replaced or taken back: look at the codes of the order.',
};
