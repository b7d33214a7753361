import { isCurrency } from '#domain/currency';
import { formatMoney } from '#domain/money';
import type { OfflineMethod } from '#domain/vocabulary';
import { api } from '#server/api/caller';
import type { ShopSettings } from '#server/settings/shop-settings';
import { OnBadge } from '../../account-badges';
import { AccountHeading } from '../../account-heading';
import { OfflineForm } from '../../offline-form';

type Props = Readonly<{ method: OfflineMethod; shop: ShopSettings }>;

export async function OfflineMethodPage({ method, shop }: Props) {
  const { payments } = await api();
  const { name, enabled, instructions } = await payments.offlineMethod({ method });
  const currency = isCurrency(shop.currency) ? shop.currency : 'USD';
  return (
    <>
      <AccountHeading
        title={name}
        badges={<OnBadge enabled={enabled} />}
        meta="Paid without a gateway: staff mark the order as paid when the money is there."
      />
      <OfflineForm
        method={method}
        saved={{ name, enabled, instructions }}
        amount={formatMoney(5990, currency)}
      />
    </>
  );
}
