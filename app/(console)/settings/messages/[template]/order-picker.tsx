import { Button } from '#app/_ui/button';
import { Field } from '#app/_ui/field';

type Props = Readonly<{ language: string; number: string }>;

/** Shows the message for another order; a plain form that reads and changes nothing. */
export function OrderPicker({ language, number }: Props) {
  return (
    <form method="get" className="grid gap-2">
      <input type="hidden" name="language" value={language} />
      <p className="text-ink-soft">
        The newest that fits is shown. Save first to see changed words.
      </p>
      <div className="flex flex-wrap items-end gap-2">
        <Field
          label="Order number"
          name="order"
          defaultValue={number}
          maxLength={100}
          autoComplete="off"
          width="medium"
        />
        <Button>Show</Button>
      </div>
    </form>
  );
}
