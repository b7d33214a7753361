import clsx from 'clsx';
import type { ReactNode } from 'react';
import { Icon } from './icon';
import { type NoticeTone, noticeIcons, toneGrounds, toneInks } from './tones';

type Props = Readonly<{
  /** Nothing to say yet: the region stays on the page, empty, so that it is heard when it speaks. */
  children?: ReactNode;
  tone?: NoticeTone | undefined;
  className?: string | undefined;
}>;

/** What became of a form: stands beside its buttons and is read out when it changes. */
export function FormNotice({ children, tone = 'bad', className }: Props) {
  return (
    <div role="status" className={className}>
      {children ? (
        <div className={clsx('flex gap-2 rounded-md px-3 py-2', toneGrounds[tone])}>
          <Icon name={noticeIcons[tone]} className={clsx('mt-[3px]', toneInks[tone])} />
          <div className="min-w-0 text-ink">{children}</div>
        </div>
      ) : null}
    </div>
  );
}
