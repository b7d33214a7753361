import type { ZodError } from 'zod';
import type { FieldFaults } from './errors';

/** The first fault of every field that is wrong, by its path, as in `lines.0.quantity`. */
export function fieldFaults(error: ZodError): FieldFaults {
  // A map, because a stranger may call a field `__proto__`.
  const faults = new Map<string, string>();
  for (const issue of error.issues) {
    const path = issue.path.map(String);
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys)
        faults.set([...path, key].join('.'), 'This field is not known.');
    } else {
      const field = path.join('.') || 'body';
      if (!faults.has(field)) faults.set(field, issue.message);
    }
  }
  return Object.fromEntries(faults);
}
