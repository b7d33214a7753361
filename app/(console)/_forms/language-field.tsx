import { SelectField } from '#app/_ui/select-field';
import { type Language, languageOf, languages } from '#domain/language';

type Props = Readonly<{
  name: string;
  /** The tag that is kept, with its country or of another language too; empty where there is none. */
  value: string;
  error: string | undefined;
}>;

/** In which language a customer is written to. What a shop has handed in besides ours stays. */
export function LanguageField({ name, value, error }: Props) {
  const isOurs = languages.some((known) => known === value);
  const ours = languages.map((known) => ({ value: known as string, label: names[known] }));
  const language = languageOf(value);
  const kept = { value, label: language === null ? value : `${names[language]} (${value})` };
  return (
    <SelectField
      label="Language"
      name={name}
      choices={isOurs || value === '' ? ours : [kept, ...ours]}
      emptyLabel="That of the shop"
      defaultValue={value}
      error={error}
      width="medium"
      hint="Messages and the customer’s page are written in it."
    />
  );
}

const names: Readonly<Record<Language, string>> = {
  en: 'English',
  es: 'Spanish',
  fr: 'French',
  de: 'German',
  pt: 'Portuguese',
  it: 'Italian',
  ja: 'Japanese',
  ar: 'Arabic',
};
