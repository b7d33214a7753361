export const logoTypes = ['image/png', 'image/jpeg', 'image/webp'] as const;

/** It is in every message that shows pictures. */
export const logoBytesMax = 200_000;

export type LogoType = (typeof logoTypes)[number];

/** What kind of picture these bytes are, by how they begin and not by what they are called. */
export function logoTypeOf(bytes: Uint8Array): LogoType | null {
  const begins = (at: number, ...expected: readonly number[]) =>
    expected.every((byte, index) => bytes[at + index] === byte);
  if (begins(0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  if (begins(0, 0xff, 0xd8, 0xff)) return 'image/jpeg';
  const isWebp = begins(0, 0x52, 0x49, 0x46, 0x46) && begins(8, 0x57, 0x45, 0x42, 0x50);
  return isWebp ? 'image/webp' : null;
}
