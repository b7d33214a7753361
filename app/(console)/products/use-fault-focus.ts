import { useEffect, useRef } from 'react';
import type { FieldFaults } from '#server/errors';

/** After a refused form the first field that is wrong has the focus, in the order of the page. */
export function useFaultFocus(fields: FieldFaults) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (Object.keys(fields).length === 0) return;
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [fields]);
  return form;
}
