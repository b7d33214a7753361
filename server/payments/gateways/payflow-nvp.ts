/**
 * Payflow's list of names and values: `NAME[length]=value&…`. Nothing in it is escaped, so a value
 * with a & or a = has its length beside its name
 * (https://developer.paypal.com/api/nvp-soap/payflow/integration-guide/).
 */
export function writePayflowNvp(pairs: Readonly<Record<string, string>>): Uint8Array {
  const written = Object.entries(pairs).map(
    ([name, value]) => `${name}[${Buffer.byteLength(value)}]=${value}`,
  );
  return Buffer.from(written.join('&'));
}

/** The values by their names in capitals, or null for what is no such list or says a name twice. */
export function readPayflowNvp(bytes: Uint8Array): ReadonlyMap<string, string> | null {
  const text = Buffer.from(bytes).toString('latin1').trim();
  const fields = new Map<string, string>();
  const pair = /(\w+)(?:\[(\d{1,5})\])?=/y;
  let at = 0;
  while (at < text.length) {
    pair.lastIndex = at;
    const [all = '', name = '', length] = pair.exec(text) ?? [];
    const start = at + all.length;
    const next = text.indexOf('&', start);
    const end = length === undefined ? (next < 0 ? text.length : next) : start + Number(length);
    const isWhole = end === text.length || text.charAt(end) === '&';
    if (all === '' || !isWhole || fields.has(name.toUpperCase())) return null;
    fields.set(name.toUpperCase(), text.slice(start, end));
    at = end + 1;
  }
  return fields;
}
