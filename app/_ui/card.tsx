import clsx from 'clsx';
import { type ReactNode, useId } from 'react';

type Props = Readonly<{
  children: ReactNode;
  /** Makes the card a named region; leave it out for a card without a heading. */
  title?: ReactNode;
  /** Beside the title, in soft ink: a count, a total. */
  aside?: ReactNode;
  /** Small buttons or links at the end of the head. */
  actions?: ReactNode;
  /** A line at the bottom, set apart: a total, a pager, a form's buttons. */
  footer?: ReactNode;
  /** No padding, for a table or a list that brings its own. */
  flush?: boolean | undefined;
  /** An anchor for links to this part of the page. */
  id?: string | undefined;
  className?: string | undefined;
}>;

export function Card({ children, title, aside, actions, footer, flush, id, className }: Props) {
  const titleId = useId();
  return (
    <section
      id={id}
      aria-labelledby={title ? titleId : undefined}
      className={clsx(
        'min-w-0 rounded-lg border border-line bg-surface shadow-card',
        flush && 'overflow-clip',
        className,
      )}
    >
      {title || actions ? (
        <div className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 gap-y-1 px-(--card-pad) pt-2 pb-1">
          <div className="flex min-w-0 flex-wrap items-baseline gap-x-2">
            <h2 id={titleId} className="font-semibold">
              {title}
            </h2>
            {aside ? <span className="text-ink-soft text-sm">{aside}</span> : null}
          </div>
          {actions ? (
            <div className="-me-2 flex flex-wrap items-center gap-1">{actions}</div>
          ) : null}
        </div>
      ) : null}
      <div
        className={clsx(!flush && (title ? 'px-(--card-pad) pb-(--card-pad)' : 'p-(--card-pad)'))}
      >
        {children}
      </div>
      {footer ? <div className="border-line border-t px-(--card-pad) py-3">{footer}</div> : null}
    </section>
  );
}
