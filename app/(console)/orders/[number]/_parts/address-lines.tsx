import type { Address } from '#domain/address';
import { countryName, isCountry } from '#domain/country';

export function AddressLines({ address }: Readonly<{ address: Address }>) {
  return (
    <address className="wrap-anywhere">
      {addressLines(address).map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two lines of an address may be equal
        <span key={index} className="block">
          <bdi>{line}</bdi>
        </span>
      ))}
    </address>
  );
}

export function addressLines(address: Address): readonly string[] {
  const { name, company, line1, line2, city, region, postalCode, country } = address;
  const town = [postalCode, city].filter(Boolean).join(' ');
  return [
    name,
    company,
    line1,
    line2,
    region === undefined || region === city ? town : `${town}, ${region}`,
    isCountry(country) ? countryName(country) : country,
  ].filter((line) => line !== undefined);
}
