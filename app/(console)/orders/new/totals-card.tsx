import { Card } from '#app/_ui/card';
import { type Detail, DetailsList } from '#app/_ui/details-list';
import { FormNotice } from '#app/_ui/form-notice';
import { Money } from '#app/_ui/money';
import { SubmitButton } from '#app/_ui/submit-button';
import type { DraftTotals } from './draft-totals';

type Props = Readonly<{ totals: DraftTotals; message: string | null }>;

export function TotalsCard({ totals: { totals, currency, isWhole }, message }: Props) {
  const { items, discount, shipping, tax, grand } = totals;
  const sum = (term: string, minor: number): Detail => ({
    term,
    detail: <Money minor={minor} currency={currency} />,
  });
  return (
    <Card title="Total" className="md:max-xl:[column-span:all] xl:sticky xl:top-7">
      <DetailsList
        layout="sums"
        items={[
          sum('Items', items),
          ...(discount === 0 ? [] : [sum('Discount', -discount)]),
          sum('Shipping', shipping),
          sum('Tax', tax),
          { ...sum('To be paid', grand), strong: true },
        ]}
      />
      {isWhole ? null : (
        <p className="mt-2 text-sm text-warn">Something cannot be added up yet: see the lines.</p>
      )}
      <div className="mt-4 grid gap-3">
        <FormNotice className="empty:hidden">{message}</FormNotice>
        <SubmitButton name="step" value="place" className="w-full" pendingLabel="Placing…">
          Place order
        </SubmitButton>
        <p className="text-ink-soft text-sm">
          The customer gets an e-mail that the order was received.
        </p>
      </div>
    </Card>
  );
}
