import { Card } from '#app/_ui/card';
import type { ProductView } from '#server/catalog/view-product';
import { SupplyWords } from '../supply-words';
import { AdjustStockForm } from './adjust-stock-form';

type Props = Readonly<{ product: ProductView }>;

export function StockCard({ product }: Props) {
  const { sku, stock } = product;
  if (stock === null) {
    return (
      <Card title="Stock">
        <p className="text-ink-soft">
          The stock of this product is not counted. Tick “Count the stock” in its details to begin.
        </p>
      </Card>
    );
  }
  return (
    <Card title="Stock">
      <p className="mb-4 flex flex-wrap items-baseline gap-x-3">
        <span className="font-semibold text-2xl tabular-nums">
          {stock.toLocaleString('en').replace('-', '−')}
        </span>
        <Level product={product} />
      </p>
      <AdjustStockForm sku={sku} />
    </Card>
  );
}

function Level({ product }: Props) {
  const stock = product.stock ?? 0;
  if (stock < 0) {
    return (
      <span>
        <SupplyWords product={product} />
        <span className="text-ink-soft"> · more was paid for than there was</span>
      </span>
    );
  }
  if (stock < 5) return <SupplyWords product={product} />;
  return <span className="text-ink-soft">pieces in stock</span>;
}
