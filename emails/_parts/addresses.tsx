import { mailWords } from './mail-words';
import { styles } from './theme';

/** Each address as the lines to print, name first. */
export type AddressesProps = Readonly<{
  locale: string;
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
  const { say } = mailWords(props.locale);
  return labelled(props)
    .map(({ label, lines }) => [say('text.heading', { label }), ...lines].join('\n'))
    .join('\n\n');
}

function labelled({
  locale,
  shippingAddress,
  billingAddress,
}: AddressesProps): readonly Labelled[] {
  const { say } = mailWords(locale);
  const delivery = shippingAddress ?? [];
  const billing = billingAddress ?? [];
  const addresses =
    delivery.join('\n') === billing.join('\n')
      ? [{ label: say('address.both'), lines: delivery }]
      : [
          { label: say('address.delivery'), lines: delivery },
          { label: say('address.billing'), lines: billing },
        ];
  return addresses.filter(({ lines }) => lines.length > 0);
}
