'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Button } from '#app/_ui/button';
import { Field } from '#app/_ui/field';
import { FieldFrame } from '#app/_ui/field-frame';
import { fileSize } from '#app/_ui/file-size';
import { FormNotice } from '#app/_ui/form-notice';
import { SelectField } from '#app/_ui/select-field';
import { type UploadState, useUpload } from './use-upload';

type Unfinished = Readonly<{
  name: string;
  label: string;
  size: number;
  modifiedAt: number | null;
}>;

type Props = Readonly<{
  sku: string;
  sizeMax: number;
  /** Of the files that there are: a new version of one of them, or a new file. */
  names: readonly string[];
  unfinished: readonly Unfinished[];
}>;

/** Sends files of any size, chunk by chunk; one that was begun before is recognised and gone on with. */
export function UploadForm({ sku, sizeMax, names, unfinished }: Props) {
  const router = useRouter();
  const { state, start, pause, goOn, forget } = useUpload(() => router.refresh());
  const [fault, setFault] = useState<string | undefined>();
  const [chosen, setChosen] = useState<File | undefined>();
  const [replaces, setReplaces] = useState('');
  const ref = useRef<HTMLFormElement>(null);
  // What was chosen before the script ran, or kept by the browser over a reload.
  useEffect(() => {
    const form = new FormData(ref.current ?? undefined);
    const file = form.get('file');
    if (file instanceof File && file.name !== '') setChosen(file);
    setReplaces(String(form.get('replaces') ?? ''));
  }, []);
  const begun = unfinished.find((upload) => isOf(upload, chosen, replaces)) ?? null;
  const isIdle = state.phase !== 'running' && state.phase !== 'paused';
  const fields = state.phase === 'refused' ? state.fields : {};

  function choose(file: File | undefined) {
    setFault(undefined);
    setChosen(file);
    if (state.phase === 'done' || state.phase === 'refused') forget();
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const file = form.get('file');
    const wrong = faultOf(file, sizeMax);
    setFault(wrong);
    if (wrong !== undefined || !(file instanceof File)) return;
    const name = replaces || file.name;
    const version = begun?.label ?? (String(form.get('version') ?? '').trim() || null);
    void start({ file, sku, name, version });
  }

  return (
    <form ref={ref} onSubmit={submit} noValidate className="grid gap-4">
      <noscript>
        <p>Uploading needs JavaScript in the browser. A program can upload by the API instead.</p>
      </noscript>
      <div hidden={!isIdle} className="grid gap-4 noscript:hidden">
        <FieldFrame
          id="upload-file"
          label={names.length === 0 ? 'File' : 'Add a file or a new version'}
          hint={hintOf(begun, sizeMax)}
          error={fault ?? fields.name ?? fields.size}
        >
          <input
            id="upload-file"
            name="file"
            type="file"
            onChange={(event) => choose(event.currentTarget.files?.[0])}
            aria-invalid={(fault ?? fields.name ?? fields.size) ? true : undefined}
            aria-describedby={
              (fault ?? fields.name ?? fields.size) ? 'upload-file-error' : 'upload-file-hint'
            }
            className="control py-1! ps-1! file:me-3 file:min-h-7 file:rounded-sm file:border-0 file:bg-wash file:px-2.5 file:font-medium file:text-ink"
          />
        </FieldFrame>
        <div className="grid items-start gap-3 sm:grid-cols-2">
          {names.length > 0 ? (
            <SelectField
              label="Add it as"
              name="replaces"
              choices={kindsOf(names)}
              value={replaces}
              onChange={(event) => setReplaces(event.currentTarget.value)}
            />
          ) : null}
          <Field
            label="Version"
            name="version"
            className={begun === null ? undefined : 'hidden'}
            maxLength={60}
            placeholder="1.0"
            hint="Buyers see it. Left empty, versions are numbered."
            error={fields.version}
            optional
          />
        </div>
      </div>
      <Running state={state} />
      <FormNotice tone={toneOf(state)} className="empty:hidden">
        {noticeOf(state)}
      </FormNotice>
      <div className="flex flex-wrap gap-2 noscript:hidden">
        {isIdle ? (
          <Button icon="upload">{begun ? 'Go on uploading' : 'Upload'}</Button>
        ) : state.phase === 'paused' ? (
          <>
            <Button type="button" icon="play" onClick={() => void goOn()}>
              Go on
            </Button>
            <Button type="button" kind="quiet" onClick={forget}>
              Leave it for later
            </Button>
          </>
        ) : state.state === 'checking' ? null : (
          <Button type="button" icon="pause" onClick={pause}>
            Pause
          </Button>
        )}
      </div>
    </form>
  );
}

/** Of its name, too: two files of one size, unpacked in one moment, must not be mixed. */
function isOf(upload: Unfinished, file: File | undefined, replaces: string): boolean {
  if (!file || upload.name !== (replaces || file.name).normalize('NFC')) return false;
  return upload.size === file.size && upload.modifiedAt === file.lastModified;
}

function kindsOf(names: readonly string[]) {
  const versions = names.map((name) => ({ value: name, label: `A new version of ${name}` }));
  return [{ value: '', label: 'A new file' }, ...versions];
}

function hintOf(begun: Unfinished | null, sizeMax: number): string {
  return begun
    ? `This is ${begun.name}, version ${begun.label}, which was begun before: it goes on where it stopped.`
    : `Up to ${fileSize(sizeMax)}. A file of the same name becomes its new version; an upload that was cut off goes on when you choose the same file again.`;
}

function faultOf(file: FormDataEntryValue | null, sizeMax: number): string | undefined {
  if (!(file instanceof File) || file.name === '') return 'Choose a file.';
  if (file.size === 0) return 'This file is empty.';
  return file.size > sizeMax ? `A file can have at most ${fileSize(sizeMax)}.` : undefined;
}

function Running({ state }: Readonly<{ state: UploadState }>) {
  if (state.phase !== 'running' && state.phase !== 'paused') return null;
  const { sent, size } = state;
  const share = Math.floor((sent / size) * 100);
  return (
    <div>
      <progress
        aria-label="Upload"
        value={sent}
        max={size}
        className="h-2 w-full appearance-none overflow-hidden rounded-full bg-wash [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-wash [&::-webkit-progress-value]:bg-accent"
      />
      <p className="mt-1 flex flex-wrap gap-x-3 text-ink-soft tabular-nums">
        <span className="font-medium text-ink">{share} %</span>
        <span>
          {fileSize(sent)} of {fileSize(size)}
        </span>
        <span>{state.phase === 'running' ? leftWords(state.secondsLeft) : null}</span>
      </p>
    </div>
  );
}

function leftWords(seconds: number | null): string | null {
  if (seconds === null) return null;
  if (seconds < 60) return `${Math.max(1, Math.ceil(seconds))} s left`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? `${minutes} min left` : `about ${Math.round(minutes / 60)} hours left`;
}

/** Said aloud, so it changes only when something has. */
function noticeOf(state: UploadState): string | null {
  switch (state.phase) {
    case 'idle':
      return null;
    case 'running':
      return runningWords[state.state];
    case 'paused':
      return state.fault ?? 'Paused. What was sent is kept for a day.';
    case 'done':
      return `${state.name} is uploaded. From now on buyers get it.`;
    case 'refused':
      return isSaidBeside(state.fields) ? null : state.fault;
  }
}

function isSaidBeside({ name, size, version }: Readonly<Record<string, string>>): boolean {
  return (name ?? size ?? version) !== undefined;
}

const runningWords = {
  sending: 'Uploading. Keep this page open.',
  waiting: 'The connection is gone. It goes on by itself as soon as it is back.',
  checking: 'Everything has come. The file is being checked.',
} as const;

function toneOf(state: UploadState): 'good' | 'bad' | 'warn' | 'info' {
  if (state.phase === 'done') return 'good';
  if (state.phase === 'refused') return 'bad';
  if (state.phase === 'paused') return state.fault === null ? 'info' : 'bad';
  return state.phase === 'running' && state.state === 'waiting' ? 'warn' : 'info';
}
