import type { ReactNode } from 'react';

type Props = Readonly<{ children: ReactNode; aside: ReactNode }>;

/** The work on the left, what is known about it on the right; one under the other when narrow. */
export function PageGrid({ children, aside }: Props) {
  return (
    <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_18rem]">
      <div className="grid min-w-0 gap-4">{children}</div>
      <div className="grid min-w-0 items-start gap-4 md:max-xl:block md:max-xl:columns-2 md:max-xl:*:mb-4 md:max-xl:*:break-inside-avoid">
        {aside}
      </div>
    </div>
  );
}
