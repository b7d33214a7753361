import { customerDateFormat, dateFormat } from '#domain/date-format';
import type { TrackingPage } from '#server/tracking/view-tracking-page';

type Props = Readonly<{
  /** Milliseconds UTC, or a day of the shop as YYYY-MM-DD. */
  at: number | string;
  page: Pick<TrackingPage, 'timeZone' | 'locale' | 'nowMs'>;
  /** `moment` is the day with the time of the day. */
  length: 'short' | 'day' | 'weekday' | 'moment';
}>;

/** A day in the customer's own language, as it was in the shop; the year where it is another one. */
export function Day({ at, page, length }: Props) {
  const { timeZone, locale, nowMs } = page;
  const zone = typeof at === 'string' ? 'UTC' : timeZone;
  const moment = new Date(at);
  const isThisYear = yearOf(moment, zone) === yearOf(new Date(nowMs), timeZone);
  const format = customerDateFormat(locale, {
    ...lengths[length],
    ...(!isThisYear && { year: 'numeric' }),
    timeZone: zone,
  });
  return (
    <time dateTime={typeof at === 'string' ? at : moment.toISOString()}>
      {format.format(moment)}
    </time>
  );
}

function yearOf(moment: Date, timeZone: string): string {
  return dateFormat('en-CA', { year: 'numeric', timeZone }).format(moment);
}

const lengths = {
  short: { day: 'numeric', month: 'short' },
  day: { day: 'numeric', month: 'long' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
  moment: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
} as const satisfies Record<Props['length'], Intl.DateTimeFormatOptions>;
