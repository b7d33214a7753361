import type { Locale } from './message-props';
import { styles } from './theme';

const texts = {
  en: {
    both: 'Delivery and billing address',
    delivery: 'Delivery address',
    billing: 'Billing address',
  },
} as const satisfies Record<Locale, unknown>;

/** Each address as the lines to print, name first. */
export type AddressesProps = Readonly<{
  locale: Locale;
  shippingAddress?: readonly string[] | undefined;
  billingAddress?: readonly string[] | undefined;
}>;

type Labelled = Readonly<{ label: string; lines: readonly string[] }>;

/** The addresses side by side, one under the other where there is no room, once when equal. */
export function Addresses(props: AddressesProps) {
  const addresses = labelled(props);
  const style = addresses.length === 1 ? styles.onlyAddress : styles.address;
  return addresses.map(({ label, lines }) => (
    <div key={label} className="ink" style={style}>
      <div className="muted" style={styles.label}>
        {label}
      </div>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be equal
        <div key={index}>
          <span dir="auto">{line}</span>
        </div>
      ))}
    </div>
  ));
}

export function hasAddress(props: AddressesProps): boolean {
  return labelled(props).length > 0;
}

export function addressesText(props: AddressesProps): string {
  return labelled(props)
    .map(({ label, lines }) => [`${label}:`, ...lines].join('\n'))
    .join('\n\n');
}

function labelled({
  locale,
  shippingAddress,
  billingAddress,
}: AddressesProps): readonly Labelled[] {
  const text = texts[locale];
  const delivery = shippingAddress ?? [];
  const billing = billingAddress ?? [];
  const addresses =
    delivery.join('\n') === billing.join('\n')
      ? [{ label: text.both, lines: delivery }]
      : [
          { label: text.delivery, lines: delivery },
          { label: text.billing, lines: billing },
        ];
  return addresses.filter(({ lines }) => lines.length > 0);
}
