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
      <div className="px-(--card-pad) pt-6 pb-4">{stub}</div>
      <div className="perforation" />
      <div className="px-(--card-pad) pt-4 pb-5">{children}</div>
    </section>
  );
}
