import type { Locale, MessageTotals } from './message-props';
import { styles } from './theme';

const texts = {
  en: {
    items: 'Items',
    discount: 'Discount',
    shipping: 'Shipping',
    shippingBy: (method: string) => `Shipping, ${method}`,
    tax: 'Tax',
    grand: 'Total',
  },
} as const satisfies Record<Locale, unknown>;

type Sum = Readonly<{ label: string; amount: string }>;
type TotalsTableProps = Readonly<{ locale: Locale; totals: MessageTotals }>;

export function TotalsTable({ locale, totals }: TotalsTableProps) {
  return (
    <table className="muted" cellPadding={0} cellSpacing={0} style={styles.totals}>
      <tbody>
        {sumsOf(totals, locale).map(({ label, amount }) => (
          <tr key={label}>
            <td style={styles.sum}>{label}</td>
            <td style={styles.sumAmount}>{amount}</td>
          </tr>
        ))}
        <tr>
          <td className="ink" style={styles.grand}>
            {texts[locale].grand}
          </td>
          <td className="ink" style={styles.grandAmount}>
            {totals.grand}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

/** `Items: £27.00` and so on, one line each, the total last. */
export function totalsText(locale: Locale, totals: MessageTotals): string {
  return [...sumsOf(totals, locale), { label: texts[locale].grand, amount: totals.grand }]
    .map(({ label, amount }) => `${label}: ${amount}`)
    .join('\n');
}

function sumsOf(totals: MessageTotals, locale: Locale): readonly Sum[] {
  const text = texts[locale];
  const shipping = totals.shippingMethod ? text.shippingBy(totals.shippingMethod) : text.shipping;
  return [
    { label: text.items, amount: totals.items },
    ...(totals.discount ? [{ label: text.discount, amount: `−${totals.discount}` }] : []),
    ...(totals.shipping ? [{ label: shipping, amount: totals.shipping }] : []),
    ...(totals.tax ? [{ label: text.tax, amount: totals.tax }] : []),
  ];
}
