import { createHmac } from 'node:crypto';
import { formatDecimal } from '#domain/money';
import type { GatewayAccount } from '../gateway';
import { genericKeys, genericParts } from '../generic-hmac';
import { GenericHmacConfig } from '../generic-hmac-config';
import { messageOf, type SampleTold, type SignSample } from './sample';

type Fields = GenericHmacConfig['fields'];

/**
 * JSON with each fact at the first place where the account's config looks for it, and the first
 * status that means what is told. Where the config has no place for the currency, none but the
 * account's can be told.
 */
export const genericHmac: SignSample = (told, account) => {
  const parsed = GenericHmacConfig.safeParse(account.config);
  if (!parsed.success) return null;
  const config = parsed.data;
  const { fields, statusMap, timestampHeader } = config;
  const [status] = Object.entries(statusMap).find(([, meaning]) => meaning === told.status) ?? [];
  if (status === undefined || !namesCurrency(told, account, fields)) return null;
  const [eventId = ''] = [fields.eventId ?? []].flat();
  const unsigned = messageOf('application/json', bodyOf(told, account, { config, status }), {
    ...(timestampHeader && { [timestampHeader]: String(Math.floor(told.atMs / 1000)) }),
    ...(eventId.startsWith(headerMark) && {
      [eventId.slice(headerMark.length).toLowerCase()]: told.eventId,
    }),
  });
  const keys = genericKeys(account, config);
  const parts = genericParts(unsigned, account, config);
  if ('verified' in keys || 'verified' in parts || keys[0] === undefined) return null;
  const hmac = createHmac(config.algorithm, keys[0]);
  for (const part of parts) hmac.update(part);
  const signature = `${config.prefix ?? ''}${hmac.digest(config.encoding)}`;
  return { ...unsigned, headers: { ...unsigned.headers, [config.signatureHeader]: signature } };
};

const headerMark = 'header:';

function namesCurrency(told: SampleTold, { currency }: GatewayAccount, fields: Fields): boolean {
  return fields.currency !== undefined || currency === null || currency === told.currency;
}

type Told = string | number | boolean;
type Branch = Map<string, Told | Branch>;

/** Two facts may have one place: it holds the one that decides more. */
function bodyOf(
  told: SampleTold,
  { live }: GatewayAccount,
  {
    config: { fields, amountUnit },
    status,
  }: Readonly<{ config: GenericHmacConfig; status: string }>,
): string {
  const body: Branch = new Map();
  const put = (name: keyof Fields, value: Told) => {
    const [path] = [fields[name] ?? []].flat();
    if (path !== undefined && !path.startsWith(headerMark)) grow(body, path.split('.'), value);
  };
  const { amountMinor, currency } = told;
  put('status', status);
  put('orderNumber', told.orderNumber);
  put('amount', amountUnit === 'minor' ? amountMinor : formatDecimal(amountMinor, currency));
  put('currency', currency);
  put('transactionId', told.transactionId);
  put('authorizationCode', told.authorizationCode);
  put('eventId', told.eventId);
  put('test', !live);
  put('live', live);
  return JSON.stringify(body, (_, value) =>
    value instanceof Map ? Object.fromEntries(value) : value,
  );
}

/** Numbers in a path are names like others: an adapter finds them in an object, too. */
function grow(branch: Branch, [name = '', ...further]: readonly string[], value: Told): void {
  const found = branch.get(name);
  if (further.length === 0) {
    if (found === undefined) branch.set(name, value);
    return;
  }
  const inner: Branch | Told = found ?? new Map();
  if (!(inner instanceof Map)) return;
  branch.set(name, inner);
  grow(inner, further, value);
}
