import { TextLink } from '#app/_ui/text-link';

type Props = Readonly<{
  number: string | null;
  hasOrder: boolean;
  /** In a column: what is longer than most numbers is cut off. */
  isShort?: boolean | undefined;
}>;

/** A number that no order has is only said. Stands above the link of its row. */
export function OrderLink({ number, hasOrder, isShort }: Props) {
  if (number === null) return null;
  const room = isShort ? 'inline-block max-w-32 truncate align-bottom' : 'break-all';
  if (!hasOrder) {
    return (
      <span className={`${room} text-ink-soft`} title={isShort ? number : undefined}>
        {number}
      </span>
    );
  }
  return (
    <TextLink href={`/orders/${encodeURIComponent(number)}`} className={`relative z-1 ${room}`}>
      {number}
    </TextLink>
  );
}
