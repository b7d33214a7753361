import { type ReactNode, useId } from 'react';

type Props = Readonly<{ title: ReactNode; children: ReactNode; id?: string | undefined }>;

/** One part of the ticket, under its name. */
export function Section({ title, children, id }: Props) {
  const titleId = useId();
  return (
    <section id={id} aria-labelledby={titleId} className="min-w-0 break-inside-avoid">
      <h2 id={titleId} className="mb-2 font-semibold">
        {title}
      </h2>
      {children}
    </section>
  );
}
