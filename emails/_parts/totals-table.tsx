import { mailWords } from './mail-words';
import type { MessageTotals } from './message-props';
import { styles } from './theme';

type Sum = Readonly<{ label: string; amount: string }>;
type TotalsTableProps = Readonly<{ locale: string; totals: MessageTotals }>;

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
            {mailWords(locale).say('totals.grand')}
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
export function totalsText(locale: string, totals: MessageTotals): string {
  const { say } = mailWords(locale);
  return [...sumsOf(totals, locale), { label: say('totals.grand'), amount: totals.grand }]
    .map(({ label, amount }) => say('text.pair', { label, value: amount }))
    .join('\n');
}

function sumsOf(totals: MessageTotals, locale: string): readonly Sum[] {
  const { say } = mailWords(locale);
  const shipping = totals.shippingMethod
    ? say('totals.shippingBy', { method: totals.shippingMethod })
    : say('totals.shipping');
  return [
    { label: say('totals.items'), amount: totals.items },
    ...(totals.discount ? [{ label: say('totals.discount'), amount: `−${totals.discount}` }] : []),
    ...(totals.shipping ? [{ label: shipping, amount: totals.shipping }] : []),
    ...(totals.tax ? [{ label: say('totals.tax'), amount: totals.tax }] : []),
  ];
}
