import { Card } from '#app/_ui/card';
import type { GatewayCopy } from './gateways/gateway-copy';

type Props = Readonly<{ copy: GatewayCopy }>;

/** What to do at the gateway, in the gateway's own names for things. */
export function GatewayGuide({ copy: { steps, after } }: Props) {
  return (
    <Card title="What to do at the gateway">
      <ol className="grid list-decimal gap-2 ps-5 marker:text-ink-soft">
        {steps.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps never change
          <li key={index} className="ps-1">
            {step}
          </li>
        ))}
      </ol>
      {after ? <div className="mt-3 text-ink-soft">{after}</div> : null}
    </Card>
  );
}
