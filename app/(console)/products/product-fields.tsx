import { CheckboxField } from '#app/_ui/checkbox-field';
import { Field } from '#app/_ui/field';
import { FieldRow } from '#app/_ui/form-layout';
import { RadioGroupField } from '#app/_ui/radio-group-field';
import { type Choice, SelectField } from '#app/_ui/select-field';
import type { FieldFaults } from '#server/errors';
import type { ProductValues } from './product-values';

type Props = Readonly<{
  values: ProductValues;
  fields: FieldFaults;
  currencies: readonly Choice[];
  isNew: boolean;
  /** Nothing hangs on the kind yet, so it may still change. */
  isKindOpen: boolean;
  /** What the shop gives where the product says nothing. */
  shopTerms: ShopTerms;
}>;

export type ShopTerms = Readonly<{ downloadsMax: number; downloadDays: number | null }>;

/** What is for goods only is hidden by the form's own state, so it needs no script. */
export function ProductFields(props: Props) {
  const { values, fields, currencies, isNew, isKindOpen } = props;
  return (
    <>
      <Field
        label="Name"
        name="name"
        dir="auto"
        hint={isNew ? 'Customers read it on every order.' : undefined}
        maxLength={200}
        autoComplete="off"
        defaultValue={values.name}
        error={fields.name}
        required
      />
      <FieldRow className={isNew ? '' : 'xl:grid-flow-row'}>
        <Field
          label="Price"
          name="price"
          type="money"
          hint="For one piece, before tax."
          maxLength={40}
          defaultValue={values.price}
          error={fields.price}
          required
        />
        <SelectField
          label="Currency"
          name="currency"
          choices={currencies}
          defaultValue={values.currency}
          error={fields.currency}
        />
      </FieldRow>
      {isKindOpen ? (
        <RadioGroupField
          key={values.kind}
          label="Kind"
          name="kind"
          choices={kinds}
          defaultValue={values.kind}
          error={fields.kind}
        />
      ) : (
        <input type="hidden" name="kind" value={values.kind} />
      )}
      <GoodsFields {...{ values, fields, isNew, isKindOpen }} />
      <DownloadFields {...props} />
      <Field
        label="Tax class"
        name="taxClass"
        hint="As your accounts name it: “standard”, “books”."
        maxLength={60}
        autoComplete="off"
        defaultValue={values.taxClass}
        error={fields.taxClass}
        optional
      />
    </>
  );
}

function GoodsFields({
  values,
  fields,
  isNew,
  isKindOpen,
}: Omit<Props, 'currencies' | 'shopTerms'>) {
  if (!isKindOpen && values.kind !== 'physical') return null;
  return (
    <div className="hidden gap-4 group-has-[[name=kind][value=physical]:checked]/product:grid group-has-[[type=hidden][name=kind]]/product:grid">
      <CheckboxField
        key={String(values.trackStock)}
        label="Count the stock"
        name="trackStock"
        hint="Paid orders take from it. Orders that find none left are flagged, never refused."
        defaultChecked={values.trackStock}
      />
      {isNew ? (
        <Field
          label="In stock now"
          name="stock"
          type="number"
          width="short"
          className="hidden group-has-[[name=trackStock]:checked]/product:block"
          maxLength={16}
          defaultValue={values.stock}
          error={fields.stock}
        />
      ) : null}
      <Field
        label="Weight"
        name="weightGrams"
        type="number"
        width="short"
        after="g"
        maxLength={16}
        defaultValue={values.weightGrams}
        error={fields.weightGrams}
        optional
      />
    </div>
  );
}

function DownloadFields({ values, fields, isKindOpen, shopTerms }: Props) {
  if (!isKindOpen && values.kind !== 'file') return null;
  const { downloadsMax, downloadDays } = shopTerms;
  return (
    <div className="hidden gap-4 group-has-[[name=kind][value=file]:checked]/product:grid group-has-[[type=hidden][name=kind]]/product:grid">
      <Field
        label="Downloads of each file"
        name="downloadsMax"
        type="number"
        width="medium"
        placeholder={String(downloadsMax)}
        hint={`For every piece that is paid. Leave it empty for ${downloadsMax}, as in the whole shop.`}
        maxLength={16}
        defaultValue={values.downloadsMax}
        error={fields.downloadsMax}
        optional
      />
      <Field
        label="Can be used for"
        name="downloadDays"
        type="number"
        width="medium"
        after="days"
        placeholder={downloadDays === null ? undefined : String(downloadDays)}
        hint={`Leave it empty for ${downloadDays === null ? 'no end' : `${downloadDays} days`}, as in the whole shop. 0 is for no end.`}
        maxLength={16}
        defaultValue={values.downloadDays}
        error={fields.downloadDays}
        optional
      />
    </div>
  );
}

const kinds = [
  { value: 'physical', label: 'Goods', hint: 'Packed and shipped; the stock can be counted.' },
  {
    value: 'codes',
    label: 'Serial codes',
    hint: 'Each paid piece hands out one code of a pool that you fill.',
  },
  { value: 'file', label: 'Download', hint: 'Payment gives the right to download.' },
];
