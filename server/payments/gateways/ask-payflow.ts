import { createHash } from 'node:crypto';
import type { Ask } from './ask';
import { isOn, type Secrets, secretList, setting } from './gateway';
import { readPayflowNvp, writePayflowNvp } from './payflow-nvp';

export const payflowHosts = {
  live: 'payflowpro.paypal.com',
  sandbox: 'pilot-payflowpro.paypal.com',
} as const;

type Told =
  | Readonly<{ kind: 'answer'; fields: ReadonlyMap<string, string> }>
  | Readonly<{ kind: 'unknown' }>
  | Readonly<{ kind: 'silent'; reason: string; asked: 'again' | 'never' }>;

type Inquiry = Readonly<{ pnref: string; atMs: number }>;

/**
 * An Inquiry for one transaction. Without a password it is asked bare, which tells nothing but the
 * PNREF that came in, and Payflow refuses it.
 */
export async function askPayflow(inquiry: Inquiry, secrets: Secrets, ask: Ask): Promise<Told> {
  const passwords = secretList(secrets, 'password');
  let last: Told = { kind: 'silent', reason: 'Payflow has not answered yet.', asked: 'again' };
  for (const password of passwords.length > 0 ? passwords : [null]) {
    last = await askOnce(
      inquiry,
      { ...loginOf(secrets), ...(password && { PWD: password }) },
      {
        host: isOn(secrets, 'sandbox') ? payflowHosts.sandbox : payflowHosts.live,
        ask,
      },
    );
    if (last.kind !== 'silent') return last;
  }
  return passwords.length > 0
    ? last
    : { kind: 'silent', reason: missingReason(secrets), asked: 'never' };
}

type Login = Readonly<Record<string, string>>;

function loginOf(secrets: Secrets): Login {
  const vendor = setting(secrets, 'vendor');
  const user = setting(secrets, 'user') ?? vendor;
  const partner = setting(secrets, 'partner');
  return {
    ...(partner && { PARTNER: partner }),
    ...(vendor && { VENDOR: vendor }),
    ...(user && { USER: user }),
  };
}

type Way = Readonly<{ host: string; ask: Ask }>;

/** Payflow answers a request id that it has seen with what it said then, so each has its own. */
async function askOnce(inquiry: Inquiry, login: Login, { host, ask }: Way): Promise<Told> {
  const { pnref, atMs } = inquiry;
  const requestId = createHash('sha256').update(`${pnref}|${atMs}`).digest('hex').slice(0, 32);
  const answer = await ask({
    url: `https://${host}/`,
    method: 'POST',
    headers: {
      'content-type': 'text/namevalue',
      'x-vps-request-id': requestId,
      'x-vps-client-timeout': '5',
    },
    body: writePayflowNvp({ TRXTYPE: 'I', ...login, ORIGID: pnref, VERBOSITY: 'HIGH' }),
  });
  const fields = answer?.status === 200 ? readPayflowNvp(answer.body) : null;
  switch (fields?.get('RESULT')) {
    case '0':
      return fields ? { kind: 'answer', fields } : silent('Payflow has not answered yet.');
    case '7':
    case '19':
    case '20':
      return { kind: 'unknown' };
    case '1':
    case '26':
      return silent('Payflow does not accept the partner, merchant login, user or password.');
    default:
      return silent('Payflow has not said yet what became of this transaction.');
  }
}

function silent(reason: string): Told {
  return { kind: 'silent', reason, asked: 'again' };
}

function missingReason(secrets: Secrets): string {
  const missing = setting(secrets, 'vendor') === undefined ? 'merchant login' : 'password';
  return `Payflow cannot be asked what became of it: the ${missing} is missing.`;
}
