import type { Metadata } from 'next';
import { offlineMethods } from '#domain/vocabulary';
import { consoleSession } from '../../../../console-session';
import { GatewayAccount } from './gateway-account';
import { OfflineMethodPage } from './offline-method';

export const metadata: Metadata = { title: 'Payment account' };

type Props = Readonly<{
  params: Promise<Readonly<{ slug: string }>>;
  searchParams: Promise<Readonly<{ made?: string | string[] }>>;
}>;

export default async function PaymentAccountPage({ params, searchParams }: Props) {
  const [{ slug }, { made }] = await Promise.all([params, searchParams]);
  const { shop, nowMs } = await consoleSession(`/settings/payments/accounts/${slug}`);
  const method = offlineMethods.find((offline) => offline === slug);
  if (method) return <OfflineMethodPage method={method} shop={shop} />;
  const clock = { nowMs, timeZone: shop.timeZone };
  return <GatewayAccount slug={slug} isNew={made !== undefined} {...clock} />;
}
