'use client';

import { type ReactNode, useActionState } from 'react';
import { FormNotice } from '#app/_ui/form-notice';
import { SubmitButton } from '#app/_ui/submit-button';
import { untouched } from '../../_forms/command-state';
import { bringBackAction, cancelUploadAction } from './file-actions';

const steps = {
  cancel: { action: cancelUploadAction, words: 'Cancel' },
  bringBack: { action: bringBackAction, words: 'Bring back' },
} as const;

type Props = Readonly<{ step: keyof typeof steps; id: string; what: ReactNode }>;

/** One step with a file of the list, done at a click. */
export function FileStepForm({ step, id, what }: Props) {
  const [{ message }, action] = useActionState(steps[step].action, untouched);
  return (
    <form action={action} className="relative z-1">
      <input type="hidden" name="id" value={id} />
      <SubmitButton kind="quiet" size="small">
        {steps[step].words}
        <span className="sr-only"> {what}</span>
      </SubmitButton>
      <FormNotice className="mt-1 max-w-60 whitespace-normal text-start empty:hidden">
        {message}
      </FormNotice>
    </form>
  );
}
