import type { Address } from '#domain/address';
import type { Customer } from '#domain/order';
import type { Random } from './random';

type Names = readonly [string, ...string[]];

const firstNames: Names = [
  ...([
    'Ada',
    'Noah',
    'Zoë',
    'Mateo',
    'Ingrid',
    'Yusuf',
    'Chloé',
    'Lars',
    'Amara',
    'Tomás',
  ] as const),
  ...([
    'Mei',
    'Oliver',
    'Sofía',
    'Jonas',
    'Priya',
    'Élodie',
    'Kwame',
    'Hannah',
    'Ravi',
    'Freya',
  ] as const),
];
const lastNames: Names = [
  ...(['Brown', 'Müller', 'García', 'Okafor', 'Lindqvist', 'Sato', 'Dubois', 'Novak'] as const),
  ...([
    'Rossi',
    'O’Neill',
    'Kowalski',
    'Haddad',
    'van Dijk',
    'Yılmaz',
    'Papadakis',
    'Ferreira',
  ] as const),
];
const places: readonly [Place, ...Place[]] = [
  { city: 'Portland', region: 'OR', postalCode: '97205', country: 'US' },
  { city: 'Bristol', postalCode: 'BS1 4DJ', country: 'GB' },
  { city: 'Hamburg', postalCode: '20095', country: 'DE' },
  { city: 'Lyon', postalCode: '69002', country: 'FR' },
  { city: 'Toronto', region: 'ON', postalCode: 'M5V 2T6', country: 'CA' },
  { city: 'Melbourne', region: 'VIC', postalCode: '3000', country: 'AU' },
];
const streets: Names = ['High Street', 'Mill Lane', 'Station Road', 'Park Avenue', 'Hafenweg'];

type Place = Pick<Address, 'city' | 'region' | 'postalCode' | 'country'>;

export type SamplePerson = Readonly<{ customer: Customer; address: Address }>;

/** A customer who does not exist, at an address of example.com. */
export function samplePerson(random: Random, index: number): SamplePerson {
  const [first, last] = [random.pick(firstNames), random.pick(lastNames)];
  const name = `${first} ${last}`;
  const mailbox = `${first}.${last}.${index}`
    .normalize('NFD')
    .replace(/[^A-Za-z0-9.]/g, '')
    .toLowerCase();
  const line1 = `${random.between(1, 199)} ${random.pick(streets)}`;
  return {
    customer: { email: `${mailbox}@example.com`, name, phone: null, locale: null },
    address: { name, line1, ...random.pick(places) },
  };
}
