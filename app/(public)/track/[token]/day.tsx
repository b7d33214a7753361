import type { TrackingPage } from '#server/tracking/view-tracking-page';

type Props = Readonly<{
  /** Milliseconds UTC, or a day of the shop as YYYY-MM-DD. */
  at: number | string;
  page: Pick<TrackingPage, 'timeZone' | 'locale'>;
  length: 'short' | 'long' | 'moment';
}>;

/** A day in the customer's own language, as it was in the shop. */
export function Day({ at, page: { timeZone, locale }, length }: Props) {
  const zone = typeof at === 'string' ? 'UTC' : timeZone;
  const moment = new Date(at);
  return (
    <time dateTime={typeof at === 'string' ? at : moment.toISOString()} lang={locale} dir="auto">
      {new Intl.DateTimeFormat(locale, { ...lengths[length], timeZone: zone }).format(moment)}
    </time>
  );
}

const lengths = {
  short: { day: 'numeric', month: 'short' },
  long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  moment: { day: 'numeric', month: 'long', year: 'numeric', hour: 'numeric', minute: '2-digit' },
} as const satisfies Record<Props['length'], Intl.DateTimeFormatOptions>;
