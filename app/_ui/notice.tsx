import clsx from 'clsx';
import type { ReactNode } from 'react';
import { Icon } from './icon';
import { type NoticeTone, noticeIcons, toneGrounds, toneInks } from './tones';

type Props = Readonly<{
  title: ReactNode;
  children?: ReactNode;
  tone?: NoticeTone | undefined;
  /** What to do about it. */
  actions?: ReactNode;
}>;

/** Something about this page that a person should know before anything else on it. */
export function Notice({ title, children, tone = 'info', actions }: Props) {
  return (
    <div
      className={clsx(
        'flex flex-wrap items-start gap-x-4 gap-y-2 rounded-lg px-4 py-3',
        toneGrounds[tone],
      )}
    >
      <div className="flex min-w-0 flex-1 basis-60 gap-2.5">
        <Icon name={noticeIcons[tone]} className={clsx('mt-[3px]', toneInks[tone])} />
        <div className="wrap-anywhere min-w-0">
          <p className={clsx('font-medium', toneInks[tone])}>{title}</p>
          {children ? <div className="text-ink">{children}</div> : null}
        </div>
      </div>
      {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
    </div>
  );
}
