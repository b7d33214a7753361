import { manyLines, oneLine } from './one-line';

/** The props in which somebody wrote freely and line breaks mean something. */
const namesOfManyLines: ReadonlySet<string> = new Set([
  ...['instructions', 'note', 'reason', 'postalAddress', 'footer', 'closing'],
]);

/**
 * The same value with every string in it made one clean line, or many where the name allows it,
 * however deep. The cast is safe: arrays, objects and keys are copied one to one and a string is
 * only ever replaced by a string.
 */
export function cleanProps<Value>(value: Value): Value {
  return cleaned(value, '') as Value;
}

function cleaned(value: unknown, name: string): unknown {
  if (typeof value === 'string') {
    return namesOfManyLines.has(name) ? manyLines(value) : oneLine(value);
  } else if (Array.isArray(value)) {
    return value.map((part) => cleaned(part, name));
  } else if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [key, cleaned(part, key)]),
    );
  } else {
    return value;
  }
}
