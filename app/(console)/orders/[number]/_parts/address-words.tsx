import type { Address } from '#domain/address';
import type { OrderEvent } from '#domain/order-event';
import { addressLines } from './address-lines';
import type { EventWords } from './history-words';

type Corrected = OrderEvent & { type: 'address_corrected' };

/** A corrected address, and the one that stood there: goods that went astray went to one of them. */
export function addressWords({ which, address, before = null }: Corrected): EventWords {
  return {
    did: address === null ? `took the ${which} address away` : `corrected the ${which} address`,
    detail: (
      <>
        {address === null ? null : <AddressLine label="Now" address={address} />}
        {before === null ? null : <AddressLine label="Before" address={before} />}
      </>
    ),
    icon: 'map-pin',
  };
}

function AddressLine({ label, address }: Readonly<{ label: string; address: Address }>) {
  return (
    <p className="wrap-anywhere">
      {label}: <bdi>{addressLines(address).join(', ')}</bdi>
    </p>
  );
}
