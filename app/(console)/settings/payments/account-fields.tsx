import { Card } from '#app/_ui/card';
import { CheckboxField } from '#app/_ui/checkbox-field';
import { Field } from '#app/_ui/field';
import { FormStack } from '#app/_ui/form-layout';
import type { FieldFaults } from '#server/errors';
import { type KeptField, SecretFields } from './secret-fields';

type Settings = Readonly<Record<string, string | boolean>>;

type Props = Readonly<{
  fields: readonly KeptField[];
  /** Null while the account is being made. */
  version: number | null;
  settings: Settings;
  faults: FieldFaults;
}>;

/** What the account has of its own: its secrets, and what stands in the clear beside them. */
export function AccountFields({ fields, version, settings, faults }: Props) {
  const secrets = fields.filter(({ kind }) => kind === 'secret');
  const others = fields.filter(({ kind }) => kind !== 'secret');
  const errorOf = (name: string) =>
    faults[`secrets.${name}`] ?? faults[`secrets.${name}.added`] ?? faults[`settings.${name}`];
  return (
    <>
      {secrets.length > 0 ? (
        <Card title={secrets.length === 1 ? 'Secret' : 'Secrets'} aside="Kept encrypted.">
          <FormStack>
            {secrets.map((field) => (
              <SecretFields
                key={`${field.name} ${version}`}
                field={field}
                error={errorOf(field.name)}
              />
            ))}
            {version === null ? null : (
              <p className="text-ink-soft text-sm">
                To exchange a secret without losing a message, add the new one here first, and
                remove the old one once the gateway signs with the new.
              </p>
            )}
          </FormStack>
        </Card>
      ) : null}
      {others.length > 0 ? (
        <Card title="At the gateway">
          <FormStack>
            {others.map((field) => (
              <SettingField
                key={field.name}
                field={field}
                value={settings[field.name]}
                error={errorOf(field.name)}
              />
            ))}
          </FormStack>
        </Card>
      ) : null}
    </>
  );
}

type SettingProps = Readonly<{
  field: KeptField;
  value: string | boolean | undefined;
  error: string | undefined;
}>;

function SettingField({
  field: { name, label, hint, kind, isOptional },
  value,
  error,
}: SettingProps) {
  if (kind === 'option') {
    return (
      <>
        <input type="hidden" name="option" value={name} />
        <CheckboxField
          key={String(value)}
          name={`setting.${name}`}
          label={label}
          hint={hint}
          defaultChecked={value === true}
          error={error}
        />
      </>
    );
  }
  return (
    <Field
      name={`setting.${name}`}
      label={label}
      hint={hint}
      defaultValue={typeof value === 'string' ? value : ''}
      error={error}
      maxLength={4000}
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      optional={isOptional === true}
      required={isOptional !== true}
    />
  );
}
