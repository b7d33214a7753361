import { Icon, type IconName } from './icon';
import { NavLink } from './nav-link';

export type ConsolePlace = 'orders' | 'customers' | 'products' | 'inbox' | 'messages' | 'settings';

/** What waits for a person: callbacks to look at, messages held back or failed. */
export type WaitingCounts = Readonly<{ inbox: number; messages: number }>;

type Props = Readonly<{
  active?: ConsolePlace | undefined;
  counts: WaitingCounts;
  className?: string | undefined;
}>;

export function ConsoleNav({ active, counts, className }: Props) {
  return (
    <nav aria-label="Main" className={className}>
      <ul className="grid gap-0.5">
        {places.map(({ place, href, label, icon }) => (
          <li key={place}>
            <NavLink href={href} active={active === undefined ? undefined : place === active}>
              <Icon name={icon} />
              {label}
              <Waiting count={place === 'inbox' || place === 'messages' ? counts[place] : 0} />
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Waiting({ count }: Readonly<{ count: number }>) {
  if (count === 0) return null;
  return (
    <span className="ms-auto min-w-5 rounded-full bg-warn-soft px-1.5 text-center font-medium text-sm text-warn tabular-nums">
      {count}
      <span className="sr-only"> need a person</span>
    </span>
  );
}

const places = [
  { place: 'orders', href: '/orders', label: 'Orders', icon: 'receipt-text' },
  { place: 'customers', href: '/customers', label: 'Customers', icon: 'users' },
  { place: 'products', href: '/products', label: 'Products', icon: 'package' },
  { place: 'inbox', href: '/inbox', label: 'Inbox', icon: 'inbox' },
  { place: 'messages', href: '/messages', label: 'Messages', icon: 'mail' },
  { place: 'settings', href: '/settings', label: 'Settings', icon: 'settings' },
] as const satisfies readonly {
  place: ConsolePlace;
  href: string;
  label: string;
  icon: IconName;
}[];
