import { Money } from '#app/_ui/money';
import type { Spent } from '#server/customers/list-customers';

/** What somebody paid, one amount under the other where there is more than one currency. */
export function SpentMoney({ spent }: Readonly<{ spent: readonly Spent[] }>) {
  if (spent.length === 0) return <span className="text-ink-soft">Nothing yet</span>;
  return spent.map(({ currency, minor }) => (
    <span key={currency} className="block">
      <Money minor={minor} currency={currency} />
    </span>
  ));
}
