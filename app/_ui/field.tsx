import clsx from 'clsx';
import { type ComponentProps, type ReactNode, useId } from 'react';
import { describedBy, FieldFrame, type FieldWords } from './field-frame';

type Props = FieldWords &
  Omit<ComponentProps<'input'>, 'type' | 'prefix' | 'size'> &
  Readonly<{
    name: string;
    type?:
      | 'text'
      | 'number'
      | 'email'
      | 'password'
      | 'money'
      | 'date'
      | 'search'
      | 'url'
      | 'tel'
      | undefined;
    /** Shown inside the field, before and after what is typed: a currency, a unit, a prefix. */
    before?: ReactNode;
    after?: ReactNode;
    /** How much is expected to be typed; every width shrinks with its column. */
    width?: 'full' | 'medium' | 'short' | undefined;
    /** Even letters, for codes, transaction ids and tracking numbers. */
    mono?: boolean | undefined;
  }>;

export function Field(props: Props) {
  const {
    label,
    hint,
    error,
    optional,
    hideLabel,
    type,
    before,
    after,
    width,
    mono,
    className,
    ...input
  } = props;
  const ownId = useId();
  const id = props.id ?? ownId;
  return (
    <FieldFrame
      {...{ id, label, hint, error, optional, hideLabel }}
      className={clsx(widths[width ?? 'full'], className)}
    >
      <div className="relative flex">
        {before ? <Adornment side="start">{before}</Adornment> : null}
        <input
          {...kinds[type ?? 'text']}
          {...input}
          id={id}
          {...describedBy(id, { hint, error })}
          className={clsx(
            'control',
            mono && 'font-mono tracking-tight',
            (type === 'money' || type === 'number' || type === 'date') && 'tabular-nums',
            before && 'rounded-s-none',
            after && 'rounded-e-none',
          )}
        />
        {after ? <Adornment side="end">{after}</Adornment> : null}
      </div>
    </FieldFrame>
  );
}

function Adornment({ side, children }: Readonly<{ side: 'start' | 'end'; children: ReactNode }>) {
  return (
    <span
      className={clsx(
        'flex shrink-0 items-center border border-edge bg-wash px-2.5 text-ink-soft',
        side === 'start' ? 'rounded-s-md border-e-0' : 'rounded-e-md border-s-0',
      )}
    >
      {children}
    </span>
  );
}

const widths = { full: '', medium: 'max-w-72', short: 'max-w-40' } as const;

const kinds = {
  text: { type: 'text' },
  search: { type: 'search' },
  email: { type: 'email', inputMode: 'email', autoCapitalize: 'off', spellCheck: false },
  url: { type: 'url', inputMode: 'url', autoCapitalize: 'off', spellCheck: false },
  tel: { type: 'tel', inputMode: 'tel' },
  password: { type: 'password' },
  date: { type: 'date' },
  // Whole numbers and money are text fields: a number field changes under a mouse wheel and
  // refuses the decimal comma of half the world.
  number: { type: 'text', inputMode: 'numeric', autoComplete: 'off' },
  money: { type: 'text', inputMode: 'decimal', autoComplete: 'off' },
} as const satisfies Record<NonNullable<Props['type']>, ComponentProps<'input'>>;
