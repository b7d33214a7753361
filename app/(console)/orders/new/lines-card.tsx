import clsx from 'clsx';
import { Card } from '#app/_ui/card';
import { CodeText } from '#app/_ui/code-text';
import { FieldNotes } from '#app/_ui/field-frame';
import { Money } from '#app/_ui/money';
import { type Choice, SelectField } from '#app/_ui/select-field';
import type { ProductView } from '#server/catalog/view-product';
import type { FieldFaults } from '#server/errors';
import { SupplyWords } from '../../products/supply-words';
import { lookUp } from './actions';
import type { Draft } from './draft';
import type { DraftTotals } from './draft-totals';
import { Finder } from './finder';
import { LineFields } from './line-fields';
import { lineGrid } from './line-grid';
import { StepButton } from './step-button';

type Props = Readonly<{
  base: Draft;
  totals: DraftTotals;
  fields: FieldFaults;
  found: readonly ProductView[] | null;
  currencies: readonly Choice[];
  onAdd: (product: ProductView) => void;
  onAddLine: () => void;
  onRemove: (index: number) => void;
}>;

export function LinesCard(props: Props) {
  const { base, totals, fields, found, currencies, onAdd, onAddLine, onRemove } = props;
  return (
    <Card title="Lines" flush className="@container">
      <div className="grid items-start gap-4 px-4 pb-4 sm:grid-cols-[minmax(0,1fr)_11rem]">
        <Finder
          id="product-query"
          name="productQuery"
          label="Add a product"
          placeholder="Part of a name or SKU"
          query={base.productQuery}
          found={found}
          search={async (typed) => (await lookUp({ product: typed })).products ?? []}
          keyOf={({ sku }) => sku}
          step="add"
          onChoose={onAdd}
          nothing="No product found. Add a line by hand for something that is not in the list."
        >
          {(item) => <ProductLine product={item} />}
        </Finder>
        <SelectField
          label="Currency"
          name="currency"
          choices={currencies}
          defaultValue={base.currency}
          error={fields.currency}
        />
      </div>
      {base.lines.length === 0 ? (
        <p className="border-line border-t px-4 py-6 text-center text-ink-soft">
          Nothing ordered yet: find the first product above.
        </p>
      ) : (
        <>
          <Heads />
          <ol>
            {base.lines.map((line, index) => (
              <LineFields
                // biome-ignore lint/suspicious/noArrayIndexKey: a changed list is made anew as a whole
                key={index}
                {...{ line, index, fields }}
                total={totals.lines[index] ?? null}
                currency={totals.currency}
                onRemove={() => onRemove(index)}
              />
            ))}
          </ol>
        </>
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 border-line border-t px-4 py-2">
        <StepButton id="add-line" step="add-line" icon="plus" className="-ms-2" onStep={onAddLine}>
          Add a line by hand
        </StepButton>
        <FieldNotes id="lines" error={fields.lines} />
      </div>
    </Card>
  );
}

function Heads() {
  return (
    <div
      aria-hidden
      className={clsx(
        'hidden border-line border-t px-4 pt-2 text-ink-soft text-sm @2xl:grid',
        lineGrid,
      )}
    >
      <span>Product</span>
      <span>Quantity</span>
      <span>Unit price</span>
      <span>Discount</span>
      <span>Tax</span>
      <span className="text-end">Total</span>
    </div>
  );
}

function ProductLine({ product }: Readonly<{ product: ProductView }>) {
  const { name, sku, price, currency } = product;
  return (
    <>
      <span className="min-w-0 break-words">
        <bdi className="font-medium">{name}</bdi>{' '}
        <span className="text-ink-soft">
          <CodeText>{sku}</CodeText>
        </span>
      </span>
      <span className="flex items-center gap-x-3 text-sm">
        <SupplyWords product={product} />
        <Money minor={price} currency={currency} />
      </span>
    </>
  );
}
