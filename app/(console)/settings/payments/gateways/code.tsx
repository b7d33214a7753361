import { Fragment } from 'react';

/** Names are long: they break after a dot or an underscore, where there has to be a break. */
export function Code({ children }: Readonly<{ children: string }>) {
  const parts = children.split(/(?<=[._])/);
  return (
    <code className="font-mono text-[0.92em]">
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts never change
        <Fragment key={index}>
          {index === 0 ? null : <wbr />}
          {part}
        </Fragment>
      ))}
    </code>
  );
}

export function CodeList({ list }: Readonly<{ list: readonly string[] }>) {
  return (
    <ul className="mt-1 grid gap-px rounded-md border border-line bg-wash px-3 py-2">
      {list.map((code) => (
        <li key={code}>
          <Code>{code}</Code>
        </li>
      ))}
    </ul>
  );
}

/** A whole message, as it would be sent. */
export function CodeBlock({ children }: Readonly<{ children: string }>) {
  return (
    <pre className="mt-2 whitespace-pre-wrap rounded-md border border-line bg-wash p-3 font-mono text-sm">
      {children}
    </pre>
  );
}
