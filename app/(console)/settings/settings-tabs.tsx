'use client';

import { useSelectedLayoutSegment } from 'next/navigation';
import { Tabs } from '#app/_ui/tabs';

const places = [
  { segment: 'shop', label: 'Shop', isForStaff: false },
  { segment: 'look', label: 'Look and sender', isForStaff: false },
  { segment: 'messages', label: 'Messages', isForStaff: false },
  { segment: 'delivery', label: 'Delivery times', isForStaff: false },
  { segment: 'payments', label: 'Payments', isForStaff: false },
  { segment: 'api-keys', label: 'API keys', isForStaff: false },
  { segment: 'sessions', label: 'Sessions', isForStaff: true },
] as const;

type Props = Readonly<{ maySeeSettings: boolean }>;

export function SettingsTabs({ maySeeSettings }: Props) {
  const here = useSelectedLayoutSegment();
  const shown = places.filter(({ isForStaff }) => isForStaff || maySeeSettings);
  return (
    <Tabs
      onPage
      label="Settings"
      tabs={shown.map(({ segment, label }) => ({
        href: `/settings/${segment}`,
        label,
        active: segment === here,
      }))}
    />
  );
}
