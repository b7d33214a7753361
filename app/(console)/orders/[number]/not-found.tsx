import { Button } from '#app/_ui/button';
import { ButtonLink } from '#app/_ui/button-link';
import { Field } from '#app/_ui/field';
import { PlainPage } from '#app/_ui/plain-page';

export default function OrderNotFound() {
  return (
    <PlainPage
      inShell
      title="There is no order with this number"
      actions={<ButtonLink href="/orders">All orders</ButtonLink>}
    >
      <p>It may have been typed wrongly, or deleted for good more than 30 days ago.</p>
      <form action="/orders" className="mt-4 flex items-end gap-2 text-base">
        <Field
          name="q"
          type="search"
          label="Look for another"
          placeholder="Number, name, e-mail…"
          className="flex-1"
        />
        <Button kind="primary">Search</Button>
      </form>
    </PlainPage>
  );
}
