import { momentWords } from './moment-words';

type Props = Readonly<{
  /** Milliseconds UTC. */
  at: number;
  /** When the page is made, milliseconds UTC. */
  nowMs: number;
  /** The shop's time zone, such as `Europe/Lisbon`. */
  timeZone: string;
  /** `short` is for tables; `both` is the date and, in soft ink, how long ago. */
  show?: 'absolute' | 'relative' | 'both' | 'short' | 'date' | undefined;
}>;

export function Moment({ at, nowMs, timeZone, show = 'absolute' }: Props) {
  const words = momentWords(at, nowMs, timeZone);
  const isAbsoluteShown = show === 'absolute' || show === 'both';
  return (
    <time
      dateTime={new Date(at).toISOString()}
      title={isAbsoluteShown ? words.relative : words.absolute}
      className="tabular-nums"
    >
      {show === 'both' ? (
        <>
          {words.absolute} <span className="text-ink-soft">({words.relative})</span>
        </>
      ) : (
        words[show]
      )}
    </time>
  );
}
