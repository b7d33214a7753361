import * as z from 'zod';

const rotationMax = 5;

/**
 * A secret, or a list of them while it is being exchanged. Blanks around it are cut off, as they
 * come along when a secret is copied. `isFit` says whether one is well formed, `fault` what is
 * wrong in a shopkeeper's words.
 */
export function rotatingSecret(
  isFit: (secret: string) => boolean,
  fault: string,
  listMax = rotationMax,
) {
  return z
    .union([z.string(), z.array(z.string())], {
      error: (issue) => (issue.input === undefined ? `${fault} It is missing.` : fault),
    })
    .transform((value) => (typeof value === 'string' ? value.trim() : value.map(trimmed)))
    .refine(
      (value) =>
        value.length > 0 && [value].flat().every((secret) => secret !== '' && isFit(secret)),
      fault,
    )
    .refine(
      (value) => typeof value === 'string' || value.length <= listMax,
      `There can be ${listMax} secrets at once.`,
    );
}

/** The strict object that holds an account's secrets: a name it does not know is refused. */
export function secretsOf<Shape extends z.ZodRawShape>(shape: Shape) {
  const names = Object.keys(shape).join(', ');
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `This gateway has no secret of that name; it knows ${names}.`
        : 'The secrets must be given by their names.',
  });
}

function trimmed(secret: string): string {
  return secret.trim();
}
