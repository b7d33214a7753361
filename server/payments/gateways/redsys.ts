import * as z from 'zod';
import { decodeEitherBase64 } from './decode-either-base64';
import {
  badSignature,
  type Gateway,
  type GatewayAccount,
  malformed,
  notConfigured,
  type Secrets,
  type SignedMessage,
  secretList,
  type Verification,
} from './gateway';
import { parseFormBytes } from './parse-form-bytes';
import {
  byPlainName,
  readRedsysNotification,
  readRedsysParameters,
} from './read-redsys-notification';
import {
  isRedsysKey,
  isSignedByRedsys,
  type RedsysVersion,
  redsysVersions,
} from './redsys-signature';
import { rotatingSecret, secretsOf } from './secret-schemas';

const Versions = z
  .union([z.string(), z.array(z.string())], 'The signature versions are given as text.')
  .transform((given) => listed([given].flat()))
  .refine(
    (given) => given.length > 0 && given.every(isVersion),
    `The signature versions are ${redsysVersions.join(' and ')}.`,
  );

/** They are read before they are proved, as the key depends on the order in them. */
const parametersLengthMax = 16_384;

/**
 * Redsys (Servired, Sabadell, BBVA, CaixaBank …): a form whose signed part is base64 of JSON.
 *
 * The form itself says how it is signed, so `allow` names the versions that an account accepts:
 * only HMAC_SHA512_V2 where nothing is said. Nothing in a message tells the test environment from
 * the real one but the key that signed it; the key of the test environment is public knowledge.
 */
export const redsys = {
  id: 'redsys',
  name: 'Redsys',
  refundsAreTotals: false,
  returnsNamePayment: true,
  tellsLive: false,
  shown: ['merchantCode', 'allow'],
  secrets: secretsOf({
    merchantKey: rotatingSecret(
      (key) => isRedsysKey(key, 'HMAC_SHA512_V2'),
      'The key is the 32 letters, digits and signs that Redsys shows for the terminal.',
    ),
    merchantCode: z
      .string()
      .trim()
      .regex(/^\d{1,9}$/, 'The merchant code (FUC) is up to 9 digits.')
      .optional(),
    allow: Versions.optional(),
  }).superRefine((secrets, context) => {
    const isFit = allowedVersions(secrets).every((version) =>
      secretList(secrets, 'merchantKey').every((key) => isRedsysKey(key, version)),
    );
    if (isFit) return;
    const message = 'HMAC_SHA256_V1 needs a key of exactly 32 characters of base64.';
    context.addIssue({ code: 'custom', path: ['merchantKey'], message });
  }),
  weakness: (secrets) =>
    secretList(secrets, 'merchantKey').includes(testKey) ? testKeyIsKnown : null,
  verify,
} satisfies Gateway;

/** Of the test environment, as Redsys publishes it for all of its merchants. */
const testKey = 'sq7HjrUOBfKmC576ILgskD5srU870gJ7';

const testKeyIsKnown = {
  what: 'The key is that of the Redsys test environment, which everybody knows: anybody could mark orders as paid.',
  remedy: 'Replace it by the key of your own terminal.',
} as const;

function verify({ body }: SignedMessage, { secrets }: GatewayAccount): Verification {
  const merchantKeys = secretList(secrets, 'merchantKey');
  if (merchantKeys.length === 0) return notConfigured('The key of the terminal is missing.');
  const form = parseFormBytes(body);
  if (!form.ok) return malformed(form.reason);
  const fields = byPlainName(form.fields);
  if (fields === null) return malformed('The message cannot be read. The same field comes twice.');
  const version = fields.get('ds_signatureversion') ?? '';
  if (!isVersion(version) || !allowedVersions(secrets).includes(version)) {
    return badSignature('The Ds_SignatureVersion is none that this account accepts.');
  }
  const text = fields.get('ds_merchantparameters') ?? '';
  const given = decodeEitherBase64(fields.get('ds_signature') ?? '');
  if (text === '' || text.length > parametersLengthMax || given === null) {
    return badSignature('The message has no readable Ds_MerchantParameters and Ds_Signature.');
  }
  const parameters = readRedsysParameters(text);
  const order = parameters?.get('ds_order') ?? '';
  if (parameters === null || order === '') {
    return malformed('The Ds_MerchantParameters cannot be read, or name no Ds_Order.');
  }
  if (!isSignedByRedsys({ version, merchantKeys, order, text, given })) {
    return badSignature(
      'The Ds_Signature does not fit: the message was changed, or the key is another.',
    );
  }
  const [merchantCode] = secretList(secrets, 'merchantCode');
  return readRedsysNotification(parameters, merchantCode);
}

function isVersion(text: string): text is RedsysVersion {
  return redsysVersions.some((version) => version === text);
}

/** An account that was set up without saying so accepts the present version only. */
export function allowedVersions(secrets: Secrets): readonly RedsysVersion[] {
  const allowed = listed(secretList(secrets, 'allow')).filter(isVersion);
  return allowed.length > 0 ? allowed : ['HMAC_SHA512_V2'];
}

/** The console sends one text with commas, other programs a list. */
function listed(texts: readonly string[]): string[] {
  return texts.flatMap((text) => text.split(/[\s,]+/)).filter((text) => text !== '');
}
