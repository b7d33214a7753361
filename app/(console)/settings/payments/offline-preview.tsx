import { Card } from '#app/_ui/card';
import type { OfflineMethod } from '#domain/vocabulary';

type Props = Readonly<{ method: OfflineMethod; instructions: string; amount: string }>;

/** The panel of the message and of the tracking page, with an order made up. */
export function OfflinePreview({ method, instructions, amount }: Props) {
  const words = instructions.trim();
  return (
    <Card title="As the customer sees it">
      <div className="rounded-lg border border-line bg-wash px-4 py-3">
        <p className="text-ink-soft">{methodWords[method]}</p>
        <p className="font-semibold text-xl tabular-nums">{amount}</p>
        {words === '' ? null : (
          <p dir="auto" className="mt-2 break-words whitespace-pre-line">
            {words}
          </p>
        )}
        <p className="mt-2 text-ink-soft">Please give your order number, 1001, with the payment.</p>
      </div>
      <p className="mt-2 text-ink-soft text-sm">
        {words === ''
          ? 'Without words of yours, only the amount and the order number are said.'
          : 'Amount and number are those of the order.'}
      </p>
    </Card>
  );
}

const methodWords = {
  cheque: 'By cheque',
  wire: 'By bank transfer',
  cash: 'In cash',
  terminal: 'By card at our terminal',
} as const satisfies Record<OfflineMethod, string>;
