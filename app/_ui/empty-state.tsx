import type { ReactNode } from 'react';

type Props = Readonly<{
  title: string;
  /** What would put something here, in one or two sentences. */
  children?: ReactNode;
  action?: ReactNode;
}>;

export function EmptyState({ title, children, action }: Props) {
  return (
    <div className="grid justify-items-center gap-1 px-6 py-12 text-center">
      <BlankTicket />
      <p className="font-medium">{title}</p>
      {children ? <div className="max-w-sm text-pretty text-ink-soft">{children}</div> : null}
      {action ? <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div> : null}
    </div>
  );
}

function BlankTicket() {
  return (
    <svg
      aria-hidden
      width="88"
      height="52"
      viewBox="0 0 88 52"
      fill="none"
      className="mb-3 text-edge"
      stroke="currentColor"
      strokeLinecap="round"
    >
      <path
        d="M6.5 1h16a3.5 3.5 0 0 0 7 0h52A5.5 5.5 0 0 1 87 6.5v39a5.5 5.5 0 0 1-5.5 5.5h-52a3.5 3.5 0 0 0-7 0h-16A5.5 5.5 0 0 1 1 45.5v-39A5.5 5.5 0 0 1 6.5 1z"
        className="fill-surface"
      />
      <path d="M26 11v.01M26 17v.01M26 23v.01M26 29v.01M26 35v.01M26 41v.01" strokeWidth="2.5" />
      <path d="M9 16h8M9 23h5M38 16h26M38 23h38M38 30h18" className="stroke-line" strokeWidth="2" />
    </svg>
  );
}
