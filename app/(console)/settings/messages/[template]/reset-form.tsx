import { Button } from '#app/_ui/button';
import { Card } from '#app/_ui/card';
import { resetWordingsAction } from './actions';

type Props = Readonly<{
  template: string;
  language: string;
  own: readonly Readonly<{ key: string; label: string }>[];
}>;

/** Back to the original, for one text or all of them; one form without script, a button each. */
export function ResetForm({ template, language, own }: Props) {
  return (
    <Card title="Back to the original">
      <form action={resetWordingsAction} className="grid gap-2">
        <input type="hidden" name="template" value={template} />
        <input type="hidden" name="language" value={language} />
        <ul className="divide-y divide-line">
          {own.map(({ key, label }) => (
            <li key={key} className="flex flex-wrap items-center justify-between gap-2 py-2">
              <span>{label}</span>
              <Button size="small" name="key" value={key}>
                Back<span className="sr-only"> to the original: {label}</span>
              </Button>
            </li>
          ))}
        </ul>
        <div>
          <Button name="key" value="">
            All back to the original
          </Button>
        </div>
      </form>
    </Card>
  );
}
