import Link from 'next/link';
import type { ReactNode } from 'react';
import { Button } from './button';
import { Icon } from './icon';
import { type Choice, SelectField } from './select-field';

type Filter = Readonly<{
  name: string;
  label: string;
  choices: readonly Choice[];
  value?: string | undefined;
  /** The choice that filters nothing; "Any" when left out. */
  anyLabel?: string | undefined;
}>;

type Props = Readonly<{
  /** The page it filters: `/orders`. */
  action: string;
  search?:
    | Readonly<{ value?: string | undefined; label: string; placeholder?: string | undefined }>
    | undefined;
  filters?: readonly Filter[] | undefined;
  /** A field that is no choice, such as a day, after the choices. */
  beside?: ReactNode;
  /** More fields of the same form, under the others. */
  more?: ReactNode;
  /** What else is in the address and must stay there, such as the tab. */
  keep?: Readonly<Record<string, string | undefined>> | undefined;
  /** What is filtered by now, in words, and the address without it. */
  chips?: readonly Readonly<{ label: string; removeHref: string }>[] | undefined;
  clearHref?: string | undefined;
}>;

/** A GET form: what it finds has an address of its own, and it needs no script. */
export function FilterBar({
  action,
  search,
  filters = [],
  beside,
  more,
  keep = {},
  chips = [],
  clearHref,
}: Props) {
  const isSearchOnly = filters.length === 0 && beside === undefined && more === undefined;
  return (
    <div className="grid gap-2 px-4 py-3 print:hidden">
      {/* biome-ignore lint/a11y/useSemanticElements: the search element is unknown to older screen readers */}
      <form
        role="search"
        aria-label="Filter"
        action={action}
        className="flex flex-wrap items-end gap-2"
      >
        {Object.entries(keep).map(([name, value]) =>
          value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
        )}
        {search ? <SearchBox {...search} /> : null}
        {filters.map((filter) => (
          <SelectField
            key={filter.name}
            name={filter.name}
            label={filter.label}
            hideLabel
            choices={filter.choices}
            emptyLabel={filter.anyLabel ?? `${filter.label}: any`}
            defaultValue={filter.value ?? ''}
            className="min-w-36 flex-1 sm:max-w-40"
          />
        ))}
        {beside}
        <Button icon={isSearchOnly ? 'search' : 'list-filter'} className="max-sm:grow">
          {isSearchOnly ? 'Search' : 'Filter'}
        </Button>
        {more ? <div className="basis-full">{more}</div> : null}
      </form>
      <Chips chips={chips} clearHref={clearHref} />
    </div>
  );
}

function SearchBox({ value, label, placeholder }: NonNullable<Props['search']>) {
  return (
    <div className="relative min-w-0 flex-1 basis-64">
      <Icon
        name="search"
        size={15}
        className="pointer-events-none absolute start-2.5 top-1/2 -translate-y-1/2 text-ink-soft"
      />
      <input
        type="search"
        name="q"
        aria-label={label}
        placeholder={placeholder}
        defaultValue={value}
        autoComplete="off"
        className="control ps-8"
      />
    </div>
  );
}

function Chips({
  chips,
  clearHref,
}: Readonly<{ chips: NonNullable<Props['chips']>; clearHref: string | undefined }>) {
  if (chips.length === 0) return null;
  return (
    <ul aria-label="Filtered by" className="flex flex-wrap items-center gap-1.5">
      {chips.map((chip) => (
        <li key={chip.label}>
          <Link
            href={chip.removeHref}
            prefetch={false}
            className="inline-flex min-h-6 items-center gap-1 rounded-full bg-accent-soft ps-2.5 pe-1.5 text-accent text-sm hover:text-accent-strong"
          >
            <span className="sr-only">Take away </span>
            {chip.label}
            <Icon name="x" size={13} />
          </Link>
        </li>
      ))}
      {clearHref ? (
        <li>
          <Link
            href={clearHref}
            prefetch={false}
            className="inline-flex min-h-6 items-center px-1.5 text-ink-soft text-sm underline-offset-2 hover:text-ink hover:underline"
          >
            Clear all
          </Link>
        </li>
      ) : null}
    </ul>
  );
}
