import { brokenEscape, readFormPairs, repeatedField } from './parse-form-bytes';

/** A field is a text (each character one byte, as in `parseFormBytes`) or, as `name[]`, a list of them. */
export type PhpValue = string | PhpFields;
export type PhpFields = ReadonlyMap<string, PhpValue>;

export type ParsedPhpForm =
  | Readonly<{ ok: true; fields: PhpFields }>
  | Readonly<{ ok: false; reason: string }>;

const depthMax = 8;

/** Some hundred products with all that is told of each; reading many more would take long. */
const pairsMax = 10_000;

/**
 * Reads an urlencoded form as PHP does: `IPN_PID[]` is a list that stands where its first element
 * came, however its elements are strewn over the form, and empty elements count. Whatever PHP would
 * overwrite, a name that comes twice among it, is refused.
 */
export function parsePhpForm(body: Uint8Array): ParsedPhpForm {
  const pairs = readFormPairs(body);
  if (pairs === null) return { ok: false, reason: brokenEscape };
  if (pairs.length > pairsMax) return { ok: false, reason: tooMany };
  const form = emptyList();
  for (const [name, value] of pairs) {
    const path = pathOf(name);
    if (path.length > depthMax) return { ok: false, reason: tooDeep };
    if (!put(form, path, value)) return { ok: false, reason: repeatedField };
  }
  return { ok: true, fields: closed(form) };
}

const tooMany = 'The message cannot be read. It has more fields than a notification has.';
const tooDeep = 'The message cannot be read. Its lists are nested too deep.';

/** The first names the field, an empty one after it the next place of a list. */
function pathOf(name: string): readonly string[] {
  const [, field, keys = ''] = /^([^[\]]+)((?:\[[^[\]]*\])+)$/.exec(name) ?? [];
  return field === undefined ? [name] : [field, ...keys.slice(1, -1).split('][')];
}

type OpenList = { entries: Map<string, string | OpenList>; next: number };

function emptyList(): OpenList {
  return { entries: new Map(), next: 0 };
}

function put(form: OpenList, [field = '', ...keys]: readonly string[], value: string): boolean {
  let list = form;
  let key = field;
  for (const inner of keys) {
    const found = list.entries.get(key) ?? emptyList();
    if (typeof found === 'string') return false;
    list.entries.set(key, found);
    list = found;
    key = inner === '' ? String(list.next) : inner;
    if (/^(?:0|[1-9]\d{0,8})$/.test(key)) list.next = Math.max(list.next, Number(key) + 1);
  }
  if (list.entries.has(key)) return false;
  list.entries.set(key, value);
  return true;
}

function closed({ entries }: OpenList): PhpFields {
  return new Map(
    [...entries].map(([key, value]) => [key, typeof value === 'string' ? value : closed(value)]),
  );
}
