import type { ReactNode } from 'react';
import { PageHeader } from '#app/_ui/page-header';
import { currentSession } from '#server/api/caller';
import { SettingsTabs } from './settings-tabs';

type Props = Readonly<{ children: ReactNode }>;

export default async function SettingsLayout({ children }: Props) {
  const { caller } = await currentSession();
  return (
    <>
      <PageHeader title="Settings" />
      <div className="mb-5">
        <SettingsTabs maySeeSettings={caller?.scopes.has('settings:read') ?? false} />
      </div>
      {children}
    </>
  );
}
