import { Moment } from '#app/_ui/moment';
import { statusWord } from '#app/_ui/status-words';
import { TextLink } from '#app/_ui/text-link';
import type { LastCallback as Last } from '#server/payments/account-health';

type Props = Readonly<{
  last: Last | null;
  nowMs: number;
  timeZone: string;
  /** Says what was wrong with it. */
  isBad?: boolean | undefined;
}>;

/** When one last came in, as a link to it. */
export function LastCallback({ last, isBad, ...clock }: Props) {
  if (last === null) return <span className="text-ink-soft">never</span>;
  const { word } = statusWord('callback', last.verdict);
  return (
    <>
      <TextLink href={`/inbox/${last.id}`} className="relative z-1">
        <Moment at={last.at} show="relative" {...clock} />
      </TextLink>
      {isBad ? (
        <span className="text-ink-soft">
          , {word.charAt(0).toLowerCase()}
          {word.slice(1)}
        </span>
      ) : null}
    </>
  );
}
