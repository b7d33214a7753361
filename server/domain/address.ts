/** A postal address. `country` is ISO 3166-1 alpha-2; absent parts are absent, never empty text. */
export type Address = Readonly<{
  name: string;
  company?: string;
  line1: string;
  line2?: string;
  city: string;
  region?: string;
  postalCode?: string;
  country: string;
}>;
