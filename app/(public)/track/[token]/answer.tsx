import { createElement, Fragment } from 'react';
import { ProgressSteps } from '#app/_ui/progress-steps';
import { customerDateFormat } from '#domain/date-format';
import type { TrackingPage } from '#server/tracking/view-tracking-page';
import { trackingWords } from '#server/tracking/words/tracking-words';
import { Day } from './day';
import { StateMark } from './state-mark';
import { StayCurrent } from './stay-current';

type Props = Readonly<{ page: TrackingPage; token: string }>;

/** Above the holes: the answer in words, then as a bar. */
export function Answer({ page, token }: Props) {
  const { state, headline, number, steps, locale, digest } = page;
  const { say, pieces } = trackingWords(locale);
  const name = <bdi className="wrap-anywhere font-medium text-ink">{number}</bdi>;
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <p className="text-ink-soft">
          {createElement(Fragment, null, ...pieces('page.order', { number: name }))}
        </p>
        <StayCurrent
          digest={digest}
          url={`/track/${token}/state`}
          words={say('page.updated', { when: timeOf(page) })}
        />
      </div>
      <div className="mt-3 flex gap-3.5 max-[24rem]:flex-col max-[24rem]:gap-2.5 sm:gap-4">
        <StateMark state={state} />
        <div className="min-w-0">
          <h1 className="text-pretty font-semibold text-2xl tracking-tight sm:pt-1 sm:text-[1.75rem] sm:leading-9">
            {headline.title}
          </h1>
          {headline.detail ? (
            <p dir="auto" className="mt-2 whitespace-pre-line text-ink-soft text-lg">
              {headline.detail}
            </p>
          ) : null}
        </div>
      </div>
      <div className="mt-7 mb-2 max-[24rem]:-mx-3">
        <ProgressSteps
          label={say('progress.label', { number })}
          spoken={{
            done: say('progress.done'),
            current: say('progress.current'),
            paused: say('progress.paused'),
            ahead: say('progress.ahead'),
            stopped: say('progress.stopped'),
          }}
          steps={steps.map(({ label, state, at }) => ({
            ...{ label, state },
            note: at === null ? undefined : <Day at={at} page={page} length="short" />,
          }))}
        />
      </div>
    </>
  );
}

function timeOf({ locale, timeZone, nowMs }: TrackingPage): string {
  const format = customerDateFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone });
  return format.format(nowMs);
}
