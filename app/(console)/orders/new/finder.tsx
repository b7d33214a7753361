'use client';

import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { Field } from '#app/_ui/field';
import { StepButton } from './step-button';

type Props<Item> = Readonly<{
  id: string;
  name: string;
  label: string;
  hint?: string | undefined;
  placeholder: string;
  query: string;
  /** What the server found, where it was asked; null where nobody has searched. */
  found: readonly Item[] | null;
  search: (query: string) => Promise<readonly Item[]>;
  keyOf: (item: Item) => string;
  /** The step that a result's button stands for when there is no script. */
  step: 'pick' | 'add';
  onChoose: (item: Item) => void;
  children: (item: Item) => ReactNode;
  nothing: string;
}>;

const pauseMs = 200;

/** A search whose results are buttons: it finds while one types, and without script by its button. */
export function Finder<Item>(props: Props<Item>) {
  const { id, name, label, hint, placeholder, query, keyOf, step, onChoose, children } = props;
  const { found, search, close } = useSearch(props);
  return (
    <div>
      <div className="flex items-end gap-2">
        <Field
          id={id}
          name={name}
          label={label}
          type="search"
          placeholder={placeholder}
          defaultValue={query}
          autoComplete="off"
          maxLength={200}
          enterKeyHint="search"
          className="flex-1"
          onInput={(event) => search(event.currentTarget.value, pauseMs)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') close();
            if (event.key === 'Enter') chooseOrSearch(event);
          }}
        />
        <StepButton step="find" icon="search" kind="secondary" size="normal" onStep={searchNow}>
          Find
        </StepButton>
      </div>
      {hint ? <p className="mt-1 text-ink-soft text-sm">{hint}</p> : null}
      <p role="status" className={found?.length === 0 ? 'mt-2 text-ink-soft' : 'sr-only'}>
        {found === null ? '' : found.length === 0 ? props.nothing : `${found.length} found`}
      </p>
      {found && found.length > 0 ? (
        <ul className="mt-2 divide-y divide-line overflow-hidden rounded-md border border-line">
          {found.map((item) => (
            <li key={keyOf(item)}>
              <button
                type="submit"
                name="step"
                value={`${step}:${keyOf(item)}`}
                className="flex min-h-10 w-full flex-wrap items-baseline justify-between gap-x-4 px-3 py-2 text-start -outline-offset-2! hover:bg-wash"
                onClick={(event) => {
                  event.preventDefault();
                  onChoose(item);
                }}
              >
                {children(item)}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );

  function chooseOrSearch(event: KeyboardEvent<HTMLInputElement>) {
    event.preventDefault();
    const [only, ...others] = found ?? [];
    if (only !== undefined && others.length === 0) onChoose(only);
    else search(event.currentTarget.value, 0);
  }

  function searchNow() {
    const field = document.getElementById(id);
    if (field instanceof HTMLInputElement) search(field.value, 0);
  }
}

/** Only the newest question's answer is shown, whichever comes last. */
function useSearch<Item>({ found: foundBefore, search }: Props<Item>) {
  const [found, setFound] = useState(foundBefore);
  const asked = useRef(0);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  const close = () => {
    asked.current += 1;
    clearTimeout(pause.current);
    setFound(null);
  };
  const ask = async (query: string, turn: number) => {
    const answer = await search(query);
    if (turn === asked.current) setFound(answer);
  };
  return {
    found,
    close,
    search: (query: string, waitMs: number) => {
      close();
      const turn = asked.current;
      if (query.trim() !== '') pause.current = setTimeout(() => ask(query, turn), waitMs);
    },
  };
}
