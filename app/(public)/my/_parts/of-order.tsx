import { createElement, Fragment, type ReactNode, useId } from 'react';
import { PlainLink } from '#app/_ui/plain-link';
import type { MyFrame } from '#server/my/my-frame';
import { trackingWords } from '#server/tracking/words/tracking-words';
import { Day } from '../../track/[token]/day';

type Props = Readonly<{
  order: Readonly<{ token: string; number: string; placedAt: number }>;
  frame: MyFrame;
  children: ReactNode;
}>;

/** Something of one order, under its number and its day. */
export function OfOrder({ order: { token, number, placedAt }, frame, children }: Props) {
  const titleId = useId();
  const { pieces } = trackingWords(frame.locale);
  const name = <bdi className="wrap-anywhere">{number}</bdi>;
  return (
    <section aria-labelledby={titleId} className="min-w-0">
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id={titleId} className="min-w-0 font-medium">
          <PlainLink href={`/track/${token}`} className="inline-block">
            {createElement(Fragment, null, ...pieces('page.order', { number: name }))}
          </PlainLink>
        </h2>
        <p className="text-ink-soft text-sm">
          <Day at={placedAt} page={frame} length="day" />
        </p>
      </div>
      <div className="grid grid-cols-1 gap-3 [&>*]:bg-surface">{children}</div>
    </section>
  );
}
