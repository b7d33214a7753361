import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

type Cost = Readonly<{ n: number; r: number; p: number }>;

// OWASP's Password Storage Cheat Sheet: 32 MiB per hash, which a worker of 128 MiB can afford.
const cost: Cost = { n: 2 ** 15, r: 8, p: 3 };
const saltBytes = 16;
const hashBytes = 32;
const memoryBytesMax = 64 * 1024 * 1024;

const passwordLengthMin = 10;
export const passwordLengthMax = 200;

/** Returns what is wrong with a new password in one sentence, or null where nothing is. */
export function passwordFault(password: string, email: string): string | null {
  const length = [...password].length;
  if (length < passwordLengthMin) return `Use ${passwordLengthMin} characters or more.`;
  if (length > passwordLengthMax) return `Use ${passwordLengthMax} characters or fewer.`;
  if (password.trim().toLowerCase() === email.trim().toLowerCase())
    return 'Use something other than your e-mail address.';
  return null;
}

/** Hashes a password into `scrypt$N$r$p$salt$hash`, salt and hash in base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltBytes);
  const hash = await derive(password, salt, cost);
  return ['scrypt', cost.n, cost.r, cost.p, base64url(salt), base64url(hash)].join('$');
}

/**
 * Whether a password is the one that was hashed. `encoded` is null where there is no such person:
 * the same work is done then, and the answer is no.
 */
export async function verifyPassword(password: string, encoded: string | null): Promise<boolean> {
  const known = encoded === null ? nobody : readEncoded(encoded);
  const hash = await derive(password, known.salt, known.cost);
  const isEqual = known.hash.length === hash.length && timingSafeEqual(known.hash, hash);
  return isEqual && known !== nobody;
}

type Encoded = Readonly<{ cost: Cost; salt: Buffer; hash: Buffer }>;

const nobody: Encoded = { cost, salt: Buffer.alloc(saltBytes), hash: Buffer.alloc(hashBytes) };

function readEncoded(encoded: string): Encoded {
  const match = /^scrypt\$(\d+)\$(\d+)\$(\d+)\$([\w-]+)\$([\w-]+)$/.exec(encoded);
  if (match === null) throw new Error('This is not a password hash that Counterfoil has made.');
  const [, n, r, p, salt = '', hash = ''] = match;
  return {
    cost: { n: Number(n), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt, 'base64url'),
    hash: Buffer.from(hash, 'base64url'),
  };
}

/** NFKC, so that the same characters typed on another keyboard or system are the same password. */
function derive(password: string, salt: Buffer, { n, r, p }: Cost): Promise<Buffer> {
  const options = { N: n, r, p, maxmem: memoryBytesMax };
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, hashBytes, options, (error, hash) =>
      error ? reject(error) : resolve(hash),
    );
  });
}

function base64url(bytes: Buffer): string {
  return bytes.toString('base64url');
}
