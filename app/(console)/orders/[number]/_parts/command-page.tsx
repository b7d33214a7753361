import type { ReactNode } from 'react';
import { ButtonLink } from '#app/_ui/button-link';
import { Notice } from '#app/_ui/notice';
import { PageHeader } from '#app/_ui/page-header';
import type { Refusal } from '#domain/refusal';
import { orderPath } from './order-path';

type Props = Readonly<{
  number: string;
  title: ReactNode;
  meta?: ReactNode;
  /** Why the command cannot be carried out now: said instead of its form. */
  refusal: Refusal | null;
  children: ReactNode;
}>;

/** The page of one command: its form, or why it is not possible and what would help. */
export function CommandPage({ number, title, meta, refusal, children }: Props) {
  const back = { href: orderPath(number), label: `Order ${number}` };
  return (
    <div className="max-w-3xl">
      <PageHeader title={title} back={back} meta={meta} />
      {refusal === null ? (
        children
      ) : (
        <Notice
          tone="warn"
          title={refusal.reason}
          actions={<ButtonLink href={back.href}>Back to the order</ButtonLink>}
        >
          {refusal.remedy}
        </Notice>
      )}
    </div>
  );
}
