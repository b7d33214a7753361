import { ButtonLink } from '#app/_ui/button-link';
import { PlainPage } from '#app/_ui/plain-page';

export default function ProductNotFound() {
  return (
    <PlainPage
      inShell
      title="There is no such product"
      actions={<ButtonLink href="/products">All products</ButtonLink>}
    >
      <p>Its SKU may be written differently. Search the list for a part of its name.</p>
    </PlainPage>
  );
}
