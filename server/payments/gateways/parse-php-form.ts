import { readFormPairs, repeatedField } from './parse-form-bytes';

/** A field is a text (each character one byte, as in `parseFormBytes`) or, as `name[]`, a list of them. */
export type PhpValue = string | PhpFields;
export type PhpFields = ReadonlyMap<string, PhpValue>;

export type ParsedPhpForm =
  | Readonly<{ ok: true; fields: PhpFields }>
  | Readonly<{ ok: false; reason: string }>;

const depthMax = 8;

/**
 * Reads an urlencoded form as PHP does: `IPN_PID[]` is a list that stands where its first element
 * came, however its elements are strewn over the form, and empty elements count. Whatever PHP would
 * overwrite, a name that comes twice among it, is refused.
 */
export function parsePhpForm(body: Uint8Array): ParsedPhpForm {
  const pairs = readFormPairs(body);
  if (typeof pairs === 'string') return { ok: false, reason: pairs };
  const fields: OpenList = new Map();
  const nextPlaces: NextPlaces = new Map();
  for (const [name, value] of pairs) {
    const path = pathOf(name);
    if (path.length > depthMax) return { ok: false, reason: tooDeep };
    if (!put({ fields, nextPlaces }, path, value)) return { ok: false, reason: repeatedField };
  }
  return { ok: true, fields };
}

const tooDeep = 'The message cannot be read. Its lists are nested too deep.';

/** The first names the field, an empty one after it the next place of a list. */
function pathOf(name: string): readonly string[] {
  const [, field, keys = ''] = /^([^[\]]+)((?:\[[^[\]]*\])+)$/.exec(name) ?? [];
  return field === undefined ? [name] : [field, ...keys.slice(1, -1).split('][')];
}

type OpenList = Map<string, string | OpenList>;

/** The place that an empty key takes, for lists that have one already. */
type NextPlaces = Map<OpenList, number>;

type Form = Readonly<{ fields: OpenList; nextPlaces: NextPlaces }>;

function put({ fields, nextPlaces }: Form, path: readonly string[], value: string): boolean {
  const [field = '', ...keys] = path;
  let list = fields;
  let key = field;
  for (const inner of keys) {
    const found = list.get(key) ?? new Map();
    if (typeof found === 'string') return false;
    list.set(key, found);
    list = found;
    const next = nextPlaces.get(list) ?? 0;
    key = inner === '' ? String(next) : inner;
    if (/^(?:0|[1-9]\d{0,8})$/.test(key)) nextPlaces.set(list, Math.max(next, Number(key) + 1));
  }
  if (list.has(key)) return false;
  list.set(key, value);
  return true;
}
