import type { Metadata } from 'next';
import { Button } from '#app/_ui/button';
import { Field } from '#app/_ui/field';
import { FieldRow, FormActions, FormStack } from '#app/_ui/form-layout';
import { SelectField } from '#app/_ui/select-field';
import type { Address } from '#domain/address';
import { countries, countryName } from '#domain/country';
import { trackingWords } from '#server/tracking/words/tracking-words';
import { typedInForm } from '../kept-form';
import { OwnPage } from '../own-page';
import { readOwnPage, trackHref } from '../read-own-page';
import { addressFields } from './address-fields';

type Props = Readonly<{
  params: Promise<{ token: string }>;
  searchParams: Promise<Readonly<{ fault?: string | string[] }>>;
}>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { page } = await readOwnPage((await params).token);
  return { title: { absolute: trackingWords(page.locale).say('address.title') } };
}

export default async function OwnAddressPage({ params, searchParams }: Props) {
  const [{ token }, { fault }] = await Promise.all([params, searchParams]);
  const [{ page, own }, typed] = await Promise.all([readOwnPage(token), typedInForm()]);
  const { say } = trackingWords(page.locale);
  return (
    <OwnPage
      page={page}
      token={token}
      title={say('address.title')}
      obstacle={own.obstacles.correct_own_address}
      lead={<p>{say('address.intro', { number: page.number })}</p>}
    >
      <form method="post" action={trackHref(token, '/ask')} noValidate>
        <input type="hidden" name="what" value="address" />
        <AddressFields
          locale={page.locale}
          values={fault === undefined ? (own.shippingAddress ?? {}) : typed}
          faults={String(fault ?? '').split('.')}
        />
        <FormActions className="mt-4">
          <Button kind="primary">{say('address.save')}</Button>
        </FormActions>
      </form>
    </OwnPage>
  );
}

type FieldsProps = Readonly<{
  locale: string;
  values: Readonly<Partial<Record<string, string>>>;
  faults: readonly string[];
}>;

type Part = Exclude<keyof Address, 'country'>;

const required: ReadonlySet<Part> = new Set(['name', 'line1', 'city']);

function AddressFields({ locale, values, faults }: FieldsProps) {
  const { say } = trackingWords(locale);
  const first = addressFields.find((name) => faults.includes(name));
  const field = (name: Part) => ({
    name,
    label: required.has(name)
      ? say(`address.${name}`)
      : say('own.optional', { label: say(`address.${name}`) }),
    dir: 'auto',
    maxLength: name === 'postalCode' ? 40 : 200,
    autoComplete: autoComplete[name],
    defaultValue: values[name] ?? '',
    error: faults.includes(name) ? say('address.fault') : undefined,
    autoFocus: name === first,
    required: required.has(name),
  });
  return (
    <FormStack>
      <Field {...field('name')} />
      <Field {...field('company')} />
      <Field {...field('line1')} />
      <Field {...field('line2')} />
      <FieldRow>
        <Field {...field('postalCode')} />
        <Field {...field('city')} />
      </FieldRow>
      <Field {...field('region')} />
      <SelectField
        label={say('address.country')}
        name="country"
        emptyLabel={say('address.choose')}
        choices={countryChoices(locale)}
        autoComplete="country"
        defaultValue={values.country ?? ''}
        error={faults.includes('country') ? say('address.countryFault') : undefined}
        required
      />
    </FormStack>
  );
}

const autoComplete = {
  name: 'name',
  company: 'organization',
  line1: 'address-line1',
  line2: 'address-line2',
  postalCode: 'postal-code',
  city: 'address-level2',
  region: 'address-level1',
} as const satisfies Record<Part, string>;

function countryChoices(locale: string) {
  return countries
    .map((code) => ({ value: code, label: countryName(code, locale) }))
    .sort((one, other) => one.label.localeCompare(other.label, locale));
}
