import type { ReactNode } from 'react';

type Props = Readonly<{
  /** Above the holes: the answer. */
  stub: ReactNode;
  /** Below them: the evidence. */
  children: ReactNode;
}>;

/** A card torn in two by a row of holes; for the one card of a page that says what matters. */
export function TicketCard({ stub, children }: Props) {
  return (
    <section className="rounded-lg border border-line bg-surface shadow-card">
      <div className="px-5 pt-5 pb-4 sm:px-7 sm:pt-7 sm:pb-5">{stub}</div>
      <div className="perforation" />
      <div className="px-5 pt-4 pb-5 sm:px-7 sm:pt-5 sm:pb-7">{children}</div>
    </section>
  );
}
