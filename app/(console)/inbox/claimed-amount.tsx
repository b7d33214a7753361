import { Money } from '#app/_ui/money';
import { isCurrency } from '#domain/currency';

type Props = Readonly<{ amountMinor: number | null; currency: string | null }>;

/** What a message says was paid. A currency that we do not know is shown as it came. */
export function ClaimedAmount({ amountMinor, currency }: Props) {
  if (amountMinor === null) return null;
  if (currency !== null && isCurrency(currency)) {
    return <Money minor={amountMinor} currency={currency} />;
  }
  return <span className="tabular-nums">{`${amountMinor} ${currency ?? ''}`.trim()}</span>;
}
