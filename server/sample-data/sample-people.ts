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
  { city: 'Portland', region: 'OR', postalCode: '97205', country: 'US', locale: 'en-US' },
  { city: 'Bristol', postalCode: 'BS1 4DJ', country: 'GB', locale: 'en-GB' },
  { city: 'Hamburg', postalCode: '20095', country: 'DE', locale: 'de-DE' },
  { city: 'Lyon', postalCode: '69002', country: 'FR', locale: 'fr-FR' },
  { city: 'Toronto', region: 'ON', postalCode: 'M5V 2T6', country: 'CA', locale: 'en-CA' },
  { city: 'Melbourne', region: 'VIC', postalCode: '3000', country: 'AU', locale: 'en-AU' },
  { city: 'Sevilla', postalCode: '41001', country: 'ES', locale: 'es-ES' },
  { city: 'Porto', postalCode: '4000-322', country: 'PT', locale: 'pt-PT' },
  { city: 'Bologna', postalCode: '40121', country: 'IT', locale: 'it-IT' },
  { city: '京都市', region: '京都府', postalCode: '600-8216', country: 'JP', locale: 'ja-JP' },
  { city: 'دبي', country: 'AE', locale: 'ar-AE' },
];
const streets: Names = ['High Street', 'Mill Lane', 'Station Road', 'Park Avenue', 'Hafenweg'];

type Place = Pick<Address, 'city' | 'region' | 'postalCode' | 'country'> &
  Readonly<{ locale: string }>;

export type SamplePerson = Readonly<{ customer: Customer; address: Address }>;

/** A customer who does not exist, at an address of example.com, in any of our languages. */
export function samplePerson(random: Random, index: number): SamplePerson {
  const [first, last] = [random.pick(firstNames), random.pick(lastNames)];
  const name = `${first} ${last}`;
  const mailbox = `${first}.${last}.${index}`
    .normalize('NFD')
    .replace(/[^A-Za-z0-9.]/g, '')
    .toLowerCase();
  const line1 = `${random.between(1, 199)} ${random.pick(streets)}`;
  const { locale, ...place } = random.pick(places);
  return {
    customer: { email: `${mailbox}@example.com`, name, phone: null, locale },
    address: { name, line1, ...place },
  };
}
