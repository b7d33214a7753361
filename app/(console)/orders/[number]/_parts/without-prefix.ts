import type { FieldFaults } from '#server/errors';

/** The faults of a form whose fields are one part of what a procedure takes. */
export function withoutPrefix(fields: FieldFaults, prefix: string): FieldFaults {
  return Object.fromEntries(
    Object.entries(fields).map(([path, fault]) => [
      path.startsWith(prefix) ? path.slice(prefix.length) : path,
      fault,
    ]),
  );
}
