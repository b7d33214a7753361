import { type RefObject, useEffect, useRef } from 'react';
import type { FieldFaults } from '#server/errors';

/** For a form: whoever sent it wrong is led to the first field that is. */
export function useFocusOnFault(fields: FieldFaults): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (Object.keys(fields).length === 0) return;
    form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [fields]);
  return form;
}
