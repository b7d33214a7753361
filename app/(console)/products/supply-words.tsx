import { Badge } from '#app/_ui/badge';
import type { IconName } from '#app/_ui/icon';

import { type Supply, supplyOf } from '#server/catalog/supply';
import type { ProductView } from '#server/catalog/view-product';
import type { Tone } from '../../_ui/tones';

type Supplied = Pick<ProductView, 'kind' | 'stock'>;

/** How much is left, in words: a number alone does not say that it is the last one. */
export function SupplyWords({ product }: Readonly<{ product: Supplied }>) {
  const supply = supplyOf(product);
  const words = supplyWords(product);
  const { icon, tone } = looks[supply];
  if (icon === null) {
    return (
      <span className={tone}>
        {words}
        {supply === 'enough' && product.kind === 'physical' ? (
          <span className="@min-[40rem]/table:hidden text-ink-soft"> in stock</span>
        ) : null}
      </span>
    );
  }
  return (
    <Badge icon={icon} tone={tone} plain>
      <span className={supply === 'low' ? 'text-warn' : undefined}>{words}</span>
    </Badge>
  );
}

export function supplyWords(product: Supplied): string {
  const count = Math.abs(product.stock ?? 0).toLocaleString('en');
  const isPool = product.kind === 'codes';
  switch (supplyOf(product)) {
    case 'unlimited':
      return product.kind === 'file' ? 'No limit' : 'Not counted';
    case 'owed':
      return `${count} short`;
    case 'empty':
      return isPool ? 'No codes left' : 'None left';
    case 'low':
      return isPool ? `Only ${count} ${count === '1' ? 'code' : 'codes'}` : `Only ${count} left`;
    default:
      return isPool ? `${count} codes` : count;
  }
}

const looks = {
  unlimited: { icon: null, tone: 'text-ink-soft' },
  enough: { icon: null, tone: '' },
  low: { icon: 'triangle-alert', tone: 'warn' },
  empty: { icon: 'circle-alert', tone: 'bad' },
  owed: { icon: 'circle-alert', tone: 'bad' },
} as const satisfies Record<
  Supply,
  Readonly<{ icon: null; tone: string }> | Readonly<{ icon: IconName; tone: Tone }>
>;
