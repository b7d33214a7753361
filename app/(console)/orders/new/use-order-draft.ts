import { useEffect, useRef, useState } from 'react';
import type { PhoneOrderState } from './actions';
import { type Draft, readDraft } from './draft';

/**
 * The fields keep what is typed themselves, so typing before the script has come is not lost. A
 * step that changes fields (a customer is picked, a line added) reads them all, changes the draft
 * and makes them anew: `count` is the key under which they are made.
 */
export function useOrderDraft(state: PhoneOrderState) {
  const form = useRef<HTMLFormElement>(null);
  const [step, setStep] = useState({ state, draft: state.draft, count: 0, focus: state.focus });
  const [typed, setTyped] = useState({ count: -1, draft: state.draft });
  if (step.state !== state) {
    setStep({ state, draft: state.draft, count: step.count + 1, focus: state.focus });
  }
  const { count, focus } = step;
  useEffect(() => {
    const isFirst = count === 0;
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    const next = focus === null ? wrong : document.getElementById(focus);
    if (!isFirst) next?.focus();
  }, [count, focus]);
  return {
    form,
    count,
    /** What the fields are made from. */
    base: step.draft,
    /** What they say now. */
    draft: typed.count === count ? typed.draft : step.draft,
    read: () => {
      if (form.current) setTyped({ count, draft: readDraft(new FormData(form.current)) });
    },
    change: (apply: (draft: Draft) => Draft, nextFocus: string) => {
      if (!form.current) return;
      const draft = apply(readDraft(new FormData(form.current)));
      setStep({ state, draft, count: count + 1, focus: nextFocus });
    },
  };
}
