import type { ZodError } from 'zod';
import type { FieldFaults } from './errors';

/** The first fault of every field that is wrong, by its path, as in `lines.0.quantity`. */
export function fieldFaults(error: ZodError): FieldFaults {
  const faults: Record<string, string> = {};
  for (const issue of error.issues) {
    const path = issue.path.map(String);
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) faults[[...path, key].join('.')] = 'This field is not known.';
    } else {
      faults[path.join('.') || 'body'] ??= issue.message;
    }
  }
  return faults;
}
