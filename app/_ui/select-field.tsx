import clsx from 'clsx';
import { type ComponentProps, useId } from 'react';
import { describedBy, FieldFrame, type FieldWords } from './field-frame';
import { Icon } from './icon';

export type Choice = Readonly<{ value: string; label: string; disabled?: boolean | undefined }>;

type Props = FieldWords &
  Omit<ComponentProps<'select'>, 'children' | 'multiple' | 'size'> &
  Readonly<{
    name: string;
    choices: readonly Choice[];
    /** A first choice with an empty value, such as "Any status". */
    emptyLabel?: string | undefined;
    width?: 'full' | 'medium' | 'short' | undefined;
  }>;

export function SelectField(props: Props) {
  const {
    label,
    hint,
    error,
    optional,
    hideLabel,
    choices,
    emptyLabel,
    width,
    className,
    ...select
  } = props;
  const ownId = useId();
  const id = props.id ?? ownId;
  return (
    <FieldFrame
      {...{ id, label, hint, error, optional, hideLabel }}
      className={clsx(widths[width ?? 'full'], className)}
    >
      <div className="relative">
        {/* The key makes a new choice from the server survive React's reset of the form. */}
        <select
          key={String(select.defaultValue ?? '')}
          {...select}
          id={id}
          {...describedBy(id, { hint, error })}
          className="control appearance-none truncate pe-8"
        >
          {emptyLabel === undefined ? null : <option value="">{emptyLabel}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value} disabled={choice.disabled}>
              {choice.label}
            </option>
          ))}
        </select>
        <Icon
          name="chevron-down"
          size={14}
          className="pointer-events-none absolute end-2.5 top-1/2 -translate-y-1/2 text-ink-soft"
        />
      </div>
    </FieldFrame>
  );
}

const widths = { full: '', medium: 'max-w-72', short: 'max-w-40' } as const;
