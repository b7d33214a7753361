import type { OfferedGateway } from './gateway-names';

export type SecretWords = Readonly<{ name: string; label: string; hint: string }>;

type GatewayWords = Readonly<{
  /** What it is for, and what to have at hand before beginning. */
  needs: string;
  slug: string;
  secrets: readonly SecretWords[];
  currency: Readonly<{ hint: string; isNeeded: boolean }>;
}>;

const namedInMessages = {
  hint: 'Only noted here: every message names its own currency.',
  isNeeded: false,
};

export const gatewayWords = {
  stripe: {
    needs: 'You need to be able to sign in to your Stripe Dashboard and add a webhook there.',
    slug: 'stripe',
    secrets: [
      {
        name: 'endpointSecret',
        label: 'Signing secret',
        hint: 'Of this one endpoint; it begins with whsec_. It is not an API key.',
      },
    ],
    currency: namedInMessages,
  },
  'authorizenet-silent-post': {
    needs:
      'You need to be able to sign in to the Merchant Interface and make a signature key there.',
    slug: 'authorizenet',
    secrets: [
      {
        name: 'signatureKeyHex',
        label: 'Signature key',
        hint: '128 digits and letters from A to F. It is neither the API login ID nor the transaction key.',
      },
    ],
    currency: {
      hint: 'Authorize.Net does not name the currency in its messages.',
      isNeeded: true,
    },
  },
  'standard-webhooks': {
    needs:
      'For Polar, for any sender of Standard Webhooks, and for a shop of your own that signs its messages. You need its signing secret.',
    slug: 'webhooks',
    secrets: [
      {
        name: 'secret',
        label: 'Signing secret',
        hint: 'As the sender shows it: it begins with whsec_, or with whpk_ where it is a public key.',
      },
    ],
    currency: namedInMessages,
  },
} as const satisfies Record<OfferedGateway, GatewayWords>;
