import { type ComponentProps, useId } from 'react';
import { describedBy, FieldNotes, type FieldWords } from './field-frame';

type Props = Omit<FieldWords, 'optional' | 'hideLabel'> &
  Omit<ComponentProps<'input'>, 'type' | 'size'> &
  Readonly<{ name: string }>;

/** Unticked, it sends nothing, as every HTML form does. */
export function CheckboxField({ label, hint, error, className, ...input }: Props) {
  const ownId = useId();
  const id = input.id ?? ownId;
  return (
    <div className={className}>
      <label htmlFor={id} className="inline-flex min-h-6 items-start gap-2.5">
        <input
          {...input}
          type="checkbox"
          id={id}
          {...describedBy(id, { hint, error })}
          className="mt-[3px] size-4 shrink-0"
        />
        <span>{label}</span>
      </label>
      <div className="ps-6.5 [&>p]:mt-0">
        <FieldNotes id={id} hint={hint} error={error} />
      </div>
    </div>
  );
}
