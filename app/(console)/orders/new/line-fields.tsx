import clsx from 'clsx';
import { CodeText } from '#app/_ui/code-text';
import { Field } from '#app/_ui/field';
import { FieldNotes } from '#app/_ui/field-frame';
import { Money } from '#app/_ui/money';
import { type Currency, isCurrency } from '#domain/currency';
import { formatDecimal } from '#domain/money';
import type { FieldFaults } from '#server/errors';
import type { DraftLine } from './draft';
import { lineGrid } from './line-grid';
import { StepButton } from './step-button';

type Props = Readonly<{
  line: DraftLine;
  index: number;
  fields: FieldFaults;
  total: number | null;
  currency: Currency;
  onRemove: () => void;
}>;

/** In a wide room the heads above say what the fields are; in a narrow one each says it itself. */
const labelLook =
  '[&>label]:text-ink-soft [&>label]:text-sm [&>label]:font-normal @2xl:[&>label]:sr-only';

export function LineFields({ line, index, fields, total, currency, onRemove }: Props) {
  const part = (name: 'quantity' | 'unitPrice' | 'discount' | 'tax') => ({
    name: `lines.${index}.${name}`,
    defaultValue: line[name],
    error: fields[`lines.${index}.${name}`],
    maxLength: 40,
    className: labelLook,
  });
  const what = line.known || line.name || line.sku || `line ${index + 1}`;
  const of = <span className="sr-only"> of {what}</span>;
  return (
    <li
      className={clsx(
        'grid grid-cols-2 items-start gap-x-3 gap-y-3 border-line border-t px-4 py-3',
        '@2xl:border-t-0 @2xl:py-1.5 @2xl:last:pb-4',
        lineGrid,
      )}
    >
      <div className="col-span-2 min-w-0 @2xl:col-span-1">
        <Product {...{ line, index, fields }} />
      </div>
      <Field
        label={<>Quantity{of}</>}
        type="number"
        id={`line-${index}-quantity`}
        {...part('quantity')}
      />
      <Field
        label={<>Unit price{of}</>}
        type="money"
        placeholder={listPrice(line, currency)}
        {...part('unitPrice')}
      />
      <Field label={<>Discount{of}</>} type="money" placeholder="0" {...part('discount')} />
      <Field label={<>Tax{of}</>} type="money" placeholder="0" {...part('tax')} />
      <p className="flex min-h-9 items-center font-medium @2xl:justify-end">
        <span className="font-normal text-ink-soft @2xl:sr-only">Total&nbsp;</span>
        {total === null ? '–' : <Money minor={total} currency={currency} />}
      </p>
      <div className="flex min-h-9 items-center justify-end @2xl:-me-2">
        <StepButton step={`remove:${index}`} icon="x" onStep={onRemove}>
          <span className="sr-only">Remove {what}</span>
        </StepButton>
      </div>
    </li>
  );
}

function Product({ line, index, fields }: Pick<Props, 'line' | 'index' | 'fields'>) {
  const name = (part: keyof DraftLine) => `lines.${index}.${part}`;
  const error = fields[name('sku')];
  const catalogue = (['known', 'listPrice', 'listCurrency'] as const).map((part) => (
    <input key={part} type="hidden" name={name(part)} value={line[part]} />
  ));
  if (line.known !== '') {
    return (
      <>
        {catalogue}
        <input type="hidden" name={name('sku')} value={line.sku} />
        <p className="break-words font-medium leading-5">
          <bdi>{line.known}</bdi>
        </p>
        <p className="text-ink-soft text-sm">
          <CodeText>{line.sku}</CodeText>
        </p>
        <FieldNotes id={`line-${index}`} error={error} />
      </>
    );
  }
  return (
    <div className="grid gap-2 @2xl:gap-1.5">
      {catalogue}
      <Field
        label="SKU"
        id={`line-${index}-sku`}
        name={name('sku')}
        placeholder="SKU"
        mono
        maxLength={64}
        autoComplete="off"
        defaultValue={line.sku}
        error={error}
        className={labelLook}
      />
      <Field
        label="Name"
        name={name('name')}
        placeholder="Name"
        maxLength={200}
        autoComplete="off"
        defaultValue={line.name}
        error={fields[name('name')]}
        className={labelLook}
      />
    </div>
  );
}

function listPrice({ listPrice: minor, listCurrency }: DraftLine, currency: Currency) {
  const isListed = listCurrency === currency && isCurrency(listCurrency) && minor !== '';
  return isListed ? formatDecimal(Number(minor), currency) : undefined;
}
