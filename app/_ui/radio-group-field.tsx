import clsx from 'clsx';
import { type ReactNode, useId } from 'react';
import { describedBy, FieldNotes, type FieldWords } from './field-frame';

type Props = FieldWords &
  Readonly<{
    name: string;
    choices: readonly Readonly<{
      value: string;
      label: ReactNode;
      hint?: ReactNode;
      disabled?: boolean | undefined;
    }>[];
    defaultValue?: string | undefined;
    required?: boolean | undefined;
    className?: string | undefined;
  }>;

/** A few choices that are worth reading before choosing; for many short ones use SelectField. */
export function RadioGroupField(props: Props) {
  const {
    label,
    hint,
    error,
    optional,
    hideLabel,
    name,
    choices,
    defaultValue,
    required,
    className,
  } = props;
  const id = useId();
  return (
    <fieldset
      className={clsx('min-w-0', className)}
      aria-describedby={describedBy(id, { hint, error })['aria-describedby']}
    >
      <legend className={clsx('mb-1 font-medium', hideLabel && 'sr-only')}>
        {label}
        {optional ? <span className="font-normal text-ink-soft"> (optional)</span> : null}
      </legend>
      <div className="divide-y divide-line overflow-hidden rounded-md border border-edge bg-surface">
        {choices.map((choice) => (
          <label
            key={choice.value}
            className="flex items-start gap-2.5 px-3 py-2 has-checked:bg-accent-soft has-disabled:text-ink-soft hover:bg-wash has-checked:hover:bg-accent-soft"
          >
            <input
              type="radio"
              name={name}
              value={choice.value}
              defaultChecked={choice.value === defaultValue}
              disabled={choice.disabled}
              required={required}
              className="mt-[3px] size-4 shrink-0"
            />
            <span className="min-w-0">
              <span className="block">{choice.label}</span>
              {choice.hint ? (
                <span className="block text-sm text-ink-soft">{choice.hint}</span>
              ) : null}
            </span>
          </label>
        ))}
      </div>
      <FieldNotes id={id} hint={hint} error={error} />
    </fieldset>
  );
}
