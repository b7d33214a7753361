import { CheckboxField } from '#app/_ui/checkbox-field';
import { Field } from '#app/_ui/field';
import { TextareaField } from '#app/_ui/textarea-field';
import type { AccountField } from './gateways/gateway-copy';

/** `kept`: the secrets that there are, masked, in the order in which they are tried. */
export type KeptField = AccountField & Readonly<{ kept: readonly string[] }>;

type Props = Readonly<{ field: KeptField; error: string | undefined }>;

/** A secret goes in and never comes out again; while it is exchanged there are two. */
export function SecretFields({ field, error }: Props) {
  const { name, label, hint, isOptional, isMultiline, kept } = field;
  const Input = isMultiline ? TextareaField : Field;
  const input = {
    name: `secret.${name}`,
    error,
    mono: true,
    autoComplete: 'off',
    spellCheck: false,
    autoCapitalize: 'off',
    maxLength: 4000,
  } as const;
  if (kept.length === 0) {
    const isRequired = isOptional !== true;
    return (
      <Input {...input} label={label} hint={hint} required={isRequired} optional={!isRequired} />
    );
  }
  return (
    <fieldset className="grid min-w-0 gap-2">
      <legend className="mb-1 font-medium">{label}</legend>
      <ul className="grid gap-1 rounded-md border border-line bg-wash px-3 py-2">
        {kept.map((masked, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a secret is known by its place alone
          <li key={place} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
            <code className="font-mono">{masked}</code>
            <CheckboxField
              name={`remove.${name}`}
              value={place}
              label={
                <>
                  Remove<span className="sr-only"> {masked}</span>
                </>
              }
            />
          </li>
        ))}
      </ul>
      <Input
        {...input}
        label={kept.length === 1 ? 'Add a second one' : 'Add another'}
        hint={`Leave it empty to keep what is there. ${hint}`}
        optional
      />
    </fieldset>
  );
}
