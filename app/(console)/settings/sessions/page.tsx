import type { Metadata } from 'next';
import { Moment } from '#app/_ui/moment';
import { PageGrid } from '#app/_ui/page-grid';
import { api, sessionContext } from '#server/api/caller';
import { defaultShop } from '#server/settings/shop-settings';
import { PasswordForm } from './password-form';
import { SessionList } from './session-list';

export const metadata: Metadata = { title: 'Sessions' };

export default async function SessionsPage() {
  const [{ staff }, { caller, shop, now }] = await Promise.all([api(), sessionContext()]);
  const { sessions, currentId } = await staff.sessions();
  const nowMs = now();
  const here = sessions.filter(({ id }) => id === currentId);
  const elsewhere = sessions.filter(({ id }) => id !== currentId);
  const { timeZone } = shop ?? defaultShop;
  return (
    <PageGrid aside={<PasswordForm email={caller?.email ?? ''} />}>
      <SessionList
        sessions={[...here, ...elsewhere].map(({ id, device, createdAt, lastSeenAt }) => ({
          id,
          device,
          isHere: id === currentId,
          when: (
            <>
              Last used <Moment at={lastSeenAt} {...{ nowMs, timeZone }} show="relative" />, signed
              in <Moment at={createdAt} {...{ nowMs, timeZone }} show="absolute" />
            </>
          ),
        }))}
      />
    </PageGrid>
  );
}
