import { Button } from '#app/_ui/button';
import { Field } from '#app/_ui/field';

type Props = Readonly<{ language: string; number: string }>;

/** Shows the message for another order; a plain form that reads and changes nothing. */
export function OrderPicker({ language, number }: Props) {
  return (
    <form method="get" className="flex flex-wrap items-end gap-2">
      <input type="hidden" name="language" value={language} />
      <Field
        label="Order number"
        name="order"
        defaultValue={number}
        hint="The newest that fits where this is empty. Save first to see changed words."
        maxLength={100}
        autoComplete="off"
        width="medium"
      />
      <Button>Show</Button>
    </form>
  );
}
