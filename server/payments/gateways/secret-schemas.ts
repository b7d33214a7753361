import * as z from 'zod';

const rotationMax = 5;

/** A sentence in a shopkeeper's words, or one about the secret that was given (`''` for none). */
type SecretFault = string | ((secret: string) => string);

/**
 * A secret, or a list of them while it is being exchanged. Blanks around it are cut off, as they
 * come along when a secret is copied. `isFit` says whether one is well formed, `fault` what is
 * wrong; it never repeats the secret.
 */
export function rotatingSecret(
  isFit: (secret: string) => boolean,
  fault: SecretFault,
  listMax = rotationMax,
) {
  const faultOf = typeof fault === 'string' ? () => fault : fault;
  const isUnfit = (secret: string) => secret === '' || !isFit(secret);
  return z
    .union([z.string(), z.array(z.string())], {
      error: (issue) => (issue.input === undefined ? `${faultOf('')} It is missing.` : faultOf('')),
    })
    .transform((value) => (typeof value === 'string' ? value.trim() : value.map(trimmed)))
    .superRefine((value, context) => {
      const list = [value].flat();
      const unfit = list.length === 0 ? '' : list.find(isUnfit);
      if (unfit !== undefined) context.addIssue({ code: 'custom', message: faultOf(unfit) });
    })
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
