import { Card } from '#app/_ui/card';
import { DetailsList } from '#app/_ui/details-list';
import { type PlaceholderName, placeholders } from '#emails/_parts/wordings';

type Props = Readonly<{ texts: readonly Readonly<{ placeholders: readonly PlaceholderName[] }>[] }>;

/** The names that may stand in these texts, and what is put in their places. */
export function PlaceholderList({ texts }: Props) {
  const names = [...new Set(texts.flatMap((text) => text.placeholders))];
  return (
    <Card title="Names you can use">
      <p className="mb-2 text-ink-soft">
        Each is filled in when the message is written. Write them in curly brackets.
      </p>
      <DetailsList
        items={names.map((name) => ({
          term: <code>{`{${name}}`}</code>,
          detail: placeholders[name],
        }))}
      />
    </Card>
  );
}
