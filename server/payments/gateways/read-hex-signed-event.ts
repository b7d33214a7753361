import { decodeHex } from '#server/signatures/decode-strictly';
import { isSignedBy } from '#server/signatures/is-signed-by';
import type { Verification } from './gateway';
import { badSignature, malformed, notConfigured, type SignedMessage } from './gateway';
import { type JsonObject, parseSignedJsonTexts } from './parse-signed-json';

type Signing = Readonly<{
  /** The header as the gateway writes its name. */
  header: string;
  algorithm: 'sha256' | 'sha512';
  keys: readonly string[];
  /** What the gateway calls a key, for the inbox. */
  keyName: string;
}>;

export type SignedEvent =
  | Readonly<{ ok: true; event: JsonObject }>
  | Readonly<{ ok: false; refusal: Verification }>;

/**
 * The JSON of a message that is proved by the HMAC of its body, in hex in a header. Numbers are the
 * texts that they were sent as.
 */
export function readHexSignedEvent(
  { body, headers }: SignedMessage,
  { header, algorithm, keys, keyName }: Signing,
): SignedEvent {
  if (keys.length === 0) return refused(notConfigured(`The ${keyName} is missing.`));
  const given = decodeHex(headers[header.toLowerCase()] ?? '');
  if (given === null) {
    return refused(badSignature(`The ${header} header is missing or unreadable.`));
  }
  if (!isSignedBy({ algorithm, keys, parts: [body], given: [given] })) {
    return refused(
      badSignature(
        `The signature does not fit: the message was changed, or the ${keyName} is another.`,
      ),
    );
  }
  const json = parseSignedJsonTexts(body);
  return json.ok ? { ok: true, event: json.value } : refused(malformed(json.reason));
}

function refused(refusal: Verification): SignedEvent {
  return { ok: false, refusal };
}
