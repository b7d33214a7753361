import { type KeyObject, X509Certificate } from 'node:crypto';
import type { Ask } from './ask';
import { findRefusal, keepRefusal, mayFetch } from './paypal-certificate-limits';

/** Where PayPal keeps its certificates, and whose name they bear. */
const subjects: ReadonlyMap<string, string> = new Map([
  ['api.paypal.com', 'messageverificationcerts.paypal.com'],
  ['api.sandbox.paypal.com', 'messageverificationcerts.sandbox.paypal.com'],
]);

export const certificateHosts = [...subjects.keys()];

/** The host of a certificate's address, or null where PayPal keeps none there. */
export function certificateHost(url: string): string | null {
  const [, host = ''] =
    /^https:\/\/([a-z.]+)\/v1\/notifications\/certs\/[\w-]{1,128}$/.exec(url) ?? [];
  return subjects.has(host) ? host : null;
}

export type CertificateKey =
  | Readonly<{ kind: 'key'; key: KeyObject }>
  | Readonly<{ kind: 'refused'; reason: string }>
  | Readonly<{ kind: 'silent' }>;

type Kept = Readonly<{ key: KeyObject; untilMs: number }>;

/** PayPal has a handful; each process fetches one once a day. Only what was accepted is kept. */
const kept = new Map<string, Kept>();
const keptMax = 16;
const keptForMs = 86_400_000;

type Wanted = Readonly<{ url: string; account: string; atMs: number }>;

/**
 * The key of the certificate at an address that `certificateHost` knows. That it is PayPal's rests
 * on TLS to that host; the name, the dates and the chain as far as the file goes are checked
 * beside it, the same on Node and on workerd, which has no list of roots.
 */
export async function fetchCertificateKey(wanted: Wanted, ask: Ask): Promise<CertificateKey> {
  const { url, account, atMs } = wanted;
  const known = kept.get(url);
  if (known && atMs < known.untilMs) return { kind: 'key', key: known.key };
  const refusal = findRefusal(url, atMs);
  if (refusal !== null) return refused(refusal);
  if (!mayFetch(account, atMs)) return { kind: 'silent' };
  const fetched = await fetchKey(wanted, ask);
  if (fetched.kind === 'refused') keepRefusal(url, fetched.reason, atMs);
  return fetched;
}

async function fetchKey({ url, atMs }: Wanted, ask: Ask): Promise<CertificateKey> {
  const answer = await ask({ url, method: 'GET' });
  if (answer === null || answer.status === 429 || answer.status >= 500) return { kind: 'silent' };
  if (answer.status !== 200) return refused('PayPal does not know the certificate.');
  const chain = readChain(Buffer.from(answer.body).toString('latin1'));
  const [leaf] = chain ?? [];
  if (!chain || !leaf) return refused('What PayPal-Cert-Url leads to is no certificate.');
  const fault = chainFault(chain, subjects.get(certificateHost(url) ?? '') ?? '', atMs);
  if (fault !== null) return refused(fault);
  if (kept.size >= keptMax) kept.clear();
  const untilMs = Math.min(atMs + keptForMs, Date.parse(leaf.validTo));
  kept.set(url, { key: leaf.publicKey, untilMs });
  return { kind: 'key', key: leaf.publicKey };
}

function refused(reason: string): CertificateKey {
  return { kind: 'refused', reason };
}

const chainMax = 5;

/** The certificates of a PEM file, the one that signs first; null where one cannot be read. */
function readChain(pem: string): readonly X509Certificate[] | null {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  if (blocks.length > chainMax) return null;
  try {
    return blocks.map((block) => new X509Certificate(block));
  } catch {
    return null;
  }
}

function chainFault(
  chain: readonly X509Certificate[],
  subject: string,
  atMs: number,
): string | null {
  const [leaf] = chain;
  const names = leaf?.subject.split('\n').filter((line) => line.startsWith('CN=')) ?? [];
  if (names.length !== 1 || names[0] !== `CN=${subject}`) {
    return `The certificate is not of ${subject}.`;
  }
  if (leaf?.publicKey.asymmetricKeyType !== 'rsa') return 'The certificate has no RSA key.';
  for (const [place, certificate] of chain.entries()) {
    const isValid =
      Date.parse(certificate.validFrom) <= atMs && atMs <= Date.parse(certificate.validTo);
    if (!isValid) return 'The certificate, or one above it, is not valid at this time.';
    const issuer = chain[place + 1];
    if (issuer && !isIssuedBy(certificate, issuer)) {
      return 'The certificate was not issued by the one above it.';
    }
  }
  return null;
}

function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  try {
    return issuer.ca && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
  } catch {
    return false;
  }
}
