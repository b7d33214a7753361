import { mailWords } from './mail-words';
import type { MessageItem, MessageLine } from './message-props';
import { styles } from './theme';

type LinesTableProps = Readonly<{ locale: string; lines: readonly MessageLine[] }>;

/** What was bought, with its price. Rows are kept lean: sixty of them must stay under 60 kB. */
export function LinesTable({ locale, lines }: LinesTableProps) {
  const { say } = mailWords(locale);
  return (
    <table className="ink" cellPadding={0} cellSpacing={0} style={styles.table}>
      <thead>
        <tr>
          <th className="muted rule" scope="col" style={styles.th}>
            {say('lines.item')}
          </th>
          <th className="muted rule" scope="col" style={styles.thAmount}>
            {say('lines.amount')}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an order may hold the same sku twice
          <tr key={index}>
            <td className="rule" style={styles.cell}>
              <ItemName item={line} />
              <ItemDetail item={line} price={eachPrice(line, locale)} />
            </td>
            <td className="rule" style={styles.cellAmount}>
              {line.total}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Goods without prices: what is in a parcel, what was called off. */
export function ItemsTable({ items }: Readonly<{ items: readonly MessageItem[] }>) {
  return (
    <table className="ink" cellPadding={0} cellSpacing={0} style={styles.table}>
      <tbody>
        {items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an order may hold the same sku twice
          <tr key={index}>
            <td style={styles.item}>
              <ItemName item={item} />
              <ItemDetail item={item} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** `- 2 × Assam [ASSAM-250] · £9.50 each: £19.00`, one line each. */
export function linesText(locale: string, lines: readonly MessageLine[]): string {
  const { say } = mailWords(locale);
  return lines
    .map((line) => {
      const price = eachPrice(line, locale);
      const label = `${itemText(line)}${price === '' ? '' : ` · ${price}`}`;
      return say('text.pair', { label, value: line.total });
    })
    .join('\n');
}

/** `- 2 × Assam [ASSAM-250]`, one line each. */
export function itemsText(items: readonly MessageItem[]): string {
  return items.map(itemText).join('\n');
}

function ItemName({ item }: Readonly<{ item: MessageItem }>) {
  return (
    <>
      {`${item.quantity} × `}
      <span dir="auto">{item.name}</span>
    </>
  );
}

function ItemDetail({ item, price = '' }: Readonly<{ item: MessageItem; price?: string }>) {
  return (
    <div className="muted" style={styles.detail}>
      <span dir="auto">{item.sku}</span>
      {price === '' ? null : ` · ${price}`}
    </div>
  );
}

function itemText(item: MessageItem): string {
  return `- ${item.quantity} × ${item.name} [${item.sku}]`;
}

function eachPrice(line: MessageLine, locale: string): string {
  const { say } = mailWords(locale);
  return line.quantity === 1 ? '' : say('lines.each', { price: line.unitPrice });
}
