import { ButtonLink } from '#app/_ui/button-link';
import { PlainPage } from '#app/_ui/plain-page';

export default function ConsoleNotFound() {
  return (
    <PlainPage
      inShell
      title="There is nothing at this address"
      actions={<ButtonLink href="/orders">All orders</ButtonLink>}
    >
      <p>The link may be cut short, or what it led to has been deleted.</p>
    </PlainPage>
  );
}
