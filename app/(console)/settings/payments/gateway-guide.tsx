import { Card } from '#app/_ui/card';
import { Disclosure } from '#app/_ui/disclosure';
import type { GatewayCopy } from './gateways/gateway-copy';

type Props = Readonly<{
  copy: GatewayCopy;
  /** Done before, as it seems: the steps are there for who wants to see them. */
  isFolded?: boolean | undefined;
}>;

/** What to do at the gateway, in the gateway's own names for things. */
export function GatewayGuide({ copy, isFolded }: Props) {
  return (
    <Card title="What to do at the gateway">
      {isFolded ? (
        <Disclosure summary="Show the steps">
          <Steps {...copy} />
        </Disclosure>
      ) : (
        <Steps {...copy} />
      )}
    </Card>
  );
}

function Steps({ steps, after }: Pick<GatewayCopy, 'steps' | 'after'>) {
  return (
    <>
      <ol className="grid list-decimal gap-2 ps-5 marker:text-ink-soft">
        {steps.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps never change
          <li key={index} className="ps-1">
            {step}
          </li>
        ))}
      </ol>
      {after ? <div className="mt-3 text-ink-soft">{after}</div> : null}
    </>
  );
}
