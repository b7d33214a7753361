'use client';

import { type FormEvent, useActionState, useState } from 'react';
import { Disclosure } from '#app/_ui/disclosure';
import { FieldFrame } from '#app/_ui/field-frame';
import { FormNotice } from '#app/_ui/form-notice';
import { SubmitButton } from '#app/_ui/submit-button';
import { TextareaField } from '#app/_ui/textarea-field';
import { type ImportState, importCodesAction } from './code-actions';

const bytesMax = 3_900_000;

type Props = Readonly<{ sku: string; codesMax: number }>;

export function ImportCodesForm({ sku, codesMax }: Props) {
  const [state, action] = useActionState(importCodesAction, {
    done: null,
    duplicates: [],
    duplicatesCount: 0,
    fault: null,
    text: '',
  });
  const [count, setCount] = useState<number | null>(null);
  const [isTooLarge, setTooLarge] = useState(false);
  const guard = (event: FormEvent<HTMLFormElement>) => {
    const isOver = sizeOf(new FormData(event.currentTarget)) > bytesMax;
    setTooLarge(isOver);
    setCount(null);
    if (isOver) event.preventDefault();
  };
  return (
    <form action={action} onSubmit={guard} className="grid gap-4">
      <input type="hidden" name="sku" value={sku} />
      <TextareaField
        label="Codes to add"
        name="codes"
        rows={5}
        mono
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        defaultValue={state.text}
        hint={countWords(count, codesMax)}
        onInput={(event) => setCount(countLines(event.currentTarget.value))}
      />
      <FieldFrame
        id="codes-file"
        label="Or from a file"
        hint="A text file with one code per line; of a CSV file the first column."
      >
        <input
          id="codes-file"
          name="file"
          type="file"
          accept=".txt,.csv,.tsv,text/plain,text/csv"
          className="control py-1! ps-1! file:me-3 file:min-h-7 file:rounded-sm file:border-0 file:bg-wash file:px-2.5 file:font-medium file:text-ink"
        />
      </FieldFrame>
      <FormNotice tone={isTooLarge || state.fault ? 'bad' : 'good'} className="empty:hidden">
        {isTooLarge ? tooLargeWords : (state.fault ?? (state.done && <Done state={state} />))}
      </FormNotice>
      <div>
        <SubmitButton kind="secondary" pendingLabel="Adding…">
          Add codes
        </SubmitButton>
      </div>
    </form>
  );
}

const tooLargeWords =
  'This is more than 3.9 MB, too much for one go. Nothing was sent and your list is still here: add it in two parts.';

function sizeOf(form: FormData): number {
  const file = form.get('file');
  const text = new Blob([String(form.get('codes') ?? '')]).size;
  return text + (file instanceof File ? file.size : 0);
}

function countLines(text: string): number {
  return text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '').length;
}

function countWords(count: number | null, codesMax: number): string {
  const most = codesMax.toLocaleString('en');
  if (count === null) return `One per line, up to ${most} at once.`;
  const found = `${count.toLocaleString('en')} ${count === 1 ? 'code' : 'codes'}`;
  return count > codesMax ? `${found}: only ${most} go in at once.` : found;
}

function Done({ state: { done, duplicates, duplicatesCount } }: Readonly<{ state: ImportState }>) {
  if (!done) return null;
  const hidden = duplicatesCount - duplicates.length;
  return (
    <>
      <p>{doneWords(done)}</p>
      {duplicatesCount > 0 ? (
        <Disclosure
          summary={`${duplicatesCount.toLocaleString('en')} ${duplicatesCount === 1 ? 'duplicate was' : 'duplicates were'} left out`}
          open={duplicatesCount <= 10}
        >
          <ul className="max-h-60 overflow-y-auto">
            {duplicates.map(({ line, masked, isKnown }) => (
              <li key={line}>
                Line {line.toLocaleString('en')}: <code className="font-mono">{masked}</code>{' '}
                {isKnown ? 'was imported before' : 'is twice in the list'}
              </li>
            ))}
          </ul>
          {hidden > 0 ? <p>…and {hidden.toLocaleString('en')} more.</p> : null}
        </Disclosure>
      ) : null}
    </>
  );
}

function doneWords({ added, handedOut }: NonNullable<ImportState['done']>): string {
  if (added === 0) return 'No code was added: the product had them all before.';
  const codes = (count: number) =>
    `${count.toLocaleString('en')} ${count === 1 ? 'code' : 'codes'}`;
  if (handedOut === 0) return `${codes(added)} added.`;
  return `${codes(added)} added, ${handedOut.toLocaleString('en')} of them handed out at once to orders that waited.`;
}
