import clsx from 'clsx';
import type { Currency } from '#domain/currency';
import { formatMoney } from '#domain/money';

type Props = Readonly<{
  minor: number;
  currency: Currency;
  /** A BCP 47 tag; English when left out. */
  locale?: string | undefined;
  /** Money that no longer counts: reversed, voided. */
  struck?: boolean | undefined;
  className?: string | undefined;
}>;

/** An amount whose digits line up with those above and below it; below zero with a real minus. */
export function Money({ minor, currency, locale, struck, className }: Props) {
  return (
    <span
      className={clsx(
        'whitespace-nowrap tabular-nums',
        struck && 'text-ink-soft line-through',
        className,
      )}
    >
      {formatMoney(minor, currency, locale).replace('-', '−')}
    </span>
  );
}
