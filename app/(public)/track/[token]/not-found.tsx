import { PlainButtonLink } from '#app/_ui/plain-link';
import { PlainPage } from '#app/_ui/plain-page';

/** The same for a token that never was and for an order that was deleted. */
export default function TrackingNotFound() {
  return (
    <PlainPage
      title="There is no order behind this link"
      actions={
        <PlainButtonLink href="/track" kind="primary">
          Send me a new link
        </PlainButtonLink>
      }
    >
      <p>
        The link may have been cut short on its way, or the order is not kept any more. With your
        order number and your e-mail address you can have the link sent again.
      </p>
    </PlainPage>
  );
}
