import { createPublicKey, verify as verifyWithKey } from 'node:crypto';
import { decodeBase64 } from './decode-strictly';
import { isSignedBy } from './is-signed-by';
import { timestampFault } from './timestamp-fault';

export type StandardKey = Readonly<{ version: 'v1' | 'v1a'; bytes: Buffer }>;

/** `id` is the same on every try of a message. */
type Signature = Readonly<{ ok: true; id: string }> | Readonly<{ ok: false; reason: string }>;

type Signed = Readonly<{
  body: Uint8Array;
  headers: Readonly<Record<string, string | undefined>>;
}>;

/**
 * Whether a message of Standard Webhooks (https://www.standardwebhooks.com), Svix among them, was
 * signed with one of the keys and came in within five minutes of that. Pure and constant in time.
 */
export function checkStandardSignature(
  { body, headers }: Signed,
  keys: readonly StandardKey[],
  atMs: number,
): Signature {
  const envelope = readEnvelope(headers);
  if (envelope === null) {
    return fault('The headers webhook-id, -timestamp and -signature are missing or unreadable.');
  }
  if (!isSigned(body, envelope, keys)) {
    return fault('The signature does not fit: the message was changed, or the secret is another.');
  }
  const late = timestampFault(Number(envelope.timestamp), atMs);
  return late === null ? { ok: true, id: envelope.id } : fault(late);
}

function fault(reason: string): Signature {
  return { ok: false, reason };
}

/**
 * The key in a secret, or null: `whsec_…` for HMAC signatures (`v1`) or `whpk_…` for ed25519 ones
 * (`v1a`). Without a prefix it is base64, as the official libraries have it. Polar signs with the
 * bytes of its whole secret text (its SDK encodes it to base64 first).
 */
export function standardKey(secret: string): StandardKey | null {
  if (secret.startsWith('polar_')) return { version: 'v1', bytes: Buffer.from(secret, 'utf8') };
  const version = secret.startsWith('whpk_') ? 'v1a' : 'v1';
  const bytes = decodeBase64(secret.replace(/^wh(?:sec|pk)_/, ''));
  if (bytes === null || (version === 'v1a' && bytes.length !== 32)) return null;
  return { version, bytes };
}

type Envelope = Readonly<{ id: string; timestamp: string; signatures: readonly string[] }>;

/** During a rotation a message has two or three; an ed25519 signature takes long to check. */
const signaturesMax = 10;

const idPattern = /^[^\p{Cc}]{1,255}$/u;

/** The three headers under one of their two names, never mixed. */
function readEnvelope(headers: Signed['headers']): Envelope | null {
  const prefix = headers['webhook-id'] === undefined ? 'svix' : 'webhook';
  const id = headers[`${prefix}-id`] ?? '';
  const timestamp = headers[`${prefix}-timestamp`] ?? '';
  const signatures = headers[`${prefix}-signature`] ?? '';
  const isReadable = idPattern.test(id) && /^[1-9]\d{0,11}$/.test(timestamp);
  return isReadable && signatures !== ''
    ? { id, timestamp, signatures: signatures.split(' ', signaturesMax) }
    : null;
}

function isSigned(body: Uint8Array, envelope: Envelope, keys: readonly StandardKey[]): boolean {
  const parts = [Buffer.from(`${envelope.id}.${envelope.timestamp}.`), body];
  const given = (version: StandardKey['version']) =>
    envelope.signatures
      .filter((signature) => signature.startsWith(`${version},`))
      .map((signature) => decodeBase64(signature.slice(version.length + 1)))
      .filter((signature) => signature !== null);
  const keysOfVersion = (version: StandardKey['version']) =>
    keys.filter((key) => key.version === version).map(({ bytes }) => bytes);
  const shared = { keys: keysOfVersion('v1'), given: given('v1') };
  if (isSignedBy({ algorithm: 'sha256', parts, ...shared })) return true;
  const asymmetric = given('v1a').filter((signature) => signature.length === 64);
  const signed = Buffer.concat(parts);
  return keysOfVersion('v1a').some((key) =>
    asymmetric.some((signature) => isSignedEd25519(signed, key, signature)),
  );
}

/** Node and workerd take a raw ed25519 key only inside its SubjectPublicKeyInfo (RFC 8410). */
function isSignedEd25519(signed: Buffer, publicKey: Buffer, signature: Buffer): boolean {
  const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), publicKey]);
  try {
    const key = createPublicKey({ key: spki, format: 'der', type: 'spki' });
    return verifyWithKey(null, signed, key, signature);
  } catch {
    return false;
  }
}
