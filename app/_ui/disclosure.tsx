import type { ReactNode } from 'react';
import { Icon } from './icon';

type Props = Readonly<{
  summary: ReactNode;
  children: ReactNode;
  open?: boolean | undefined;
}>;

/** What few need to see, behind its name. */
export function Disclosure({ summary, children, open }: Props) {
  return (
    <details open={open} className="group/disclosure">
      <summary className="inline-flex min-h-7 items-center gap-1 rounded-sm text-ink-soft hover:text-ink">
        <Icon
          name="chevron-right"
          size={14}
          className="transition-transform group-open/disclosure:rotate-90"
        />
        {summary}
      </summary>
      <div className="pt-2">{children}</div>
    </details>
  );
}
