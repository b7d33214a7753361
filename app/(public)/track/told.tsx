import type { ReactNode } from 'react';
import { Icon, type IconName } from '#app/_ui/icon';
import { TicketCard } from '#app/_ui/ticket-card';

type Props = Readonly<{ icon: IconName; title: string; children: ReactNode }>;

/** One thing that is said to a customer, in place of what was asked for. */
export function Told({ icon, title, children }: Props) {
  return (
    <TicketCard
      stub={
        <div className="flex items-center gap-3 pb-1">
          <Icon name={icon} size={24} className="shrink-0 text-accent" />
          <h1 className="font-semibold text-xl tracking-tight">{title}</h1>
        </div>
      }
    >
      <div className="py-1">{children}</div>
    </TicketCard>
  );
}
