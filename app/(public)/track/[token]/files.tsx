import type { ReactNode } from 'react';
import { Button } from '#app/_ui/button';
import type { FilesOfLine, PageFile, TrackingPage } from '#server/tracking/view-tracking-page';
import { fileSize } from '../../../_ui/file-size';
import { Day } from './day';
import { Section } from './section';

type Props = Readonly<{ page: TrackingPage; token: string }>;

export function Files({ page, token }: Props) {
  if (page.files.length === 0) return null;
  return (
    <Section title={words.title} id="files">
      <div className="grid grid-cols-1 gap-4">
        {page.files.map((line) => (
          <LineFiles key={line.grantId} {...{ line, page, token }} />
        ))}
      </div>
    </Section>
  );
}

type LineProps = Props & Readonly<{ line: FilesOfLine }>;

function LineFiles({ line, page, token }: LineProps) {
  return (
    <div className="overflow-clip rounded-lg border border-line">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 bg-wash px-4 py-3">
        <h3 dir="auto" className="wrap-anywhere min-w-0 font-medium">
          {line.name}
        </h3>
        <p className="text-ink-soft text-sm">
          <End line={line} page={page} />
        </p>
      </div>
      {line.files.length === 0 ? (
        <p className="px-4 py-3 text-ink-soft">{missingWords(line)}</p>
      ) : (
        <ul className="divide-y divide-line">
          {line.files.map((file) => (
            <FileRow key={file.id} {...{ file, line, page, token }} />
          ))}
        </ul>
      )}
      {line.isOver || line.files.some(({ left }) => left === 0) ? (
        <p className="border-line border-t px-4 py-3 text-ink-soft text-sm">{words.ask}</p>
      ) : null}
    </div>
  );
}

function End({ line: { expiresAt, isOver }, page }: Omit<LineProps, 'token'>) {
  if (expiresAt === null) return words.withoutEnd;
  const day = <Day at={expiresAt} page={page} length="moment" />;
  return isOver ? words.ended(day) : words.until(day);
}

type RowProps = LineProps & Readonly<{ file: PageFile }>;

function FileRow({ file, line, page, token }: RowProps) {
  const { size, left } = file;
  const isOpen = size !== null && left > 0 && !line.isOver;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1 basis-56">
        <p className="wrap-anywhere">
          <bdi>{file.name}</bdi>
        </p>
        <p className="text-ink-soft text-sm">
          {size === null ? (
            missingWords(line)
          ) : (
            <>
              {file.version === '' ? null : (
                <>
                  {words.version} <bdi>{file.version}</bdi>
                  {' · '}
                </>
              )}
              {fileSize(size, page.locale)}
              {line.isOver ? null : ` · ${words.left(left)}`}
            </>
          )}
        </p>
      </div>
      {isOpen ? <DownloadForm {...{ file, line, page, token }} /> : null}
    </li>
  );
}

/** What is not there yet follows only while it could still be downloaded. */
function missingWords({ isOver }: FilesOfLine): string {
  return isOver ? words.none : words.follows;
}

/** Nothing is spent by opening an address: programs that read mail do that too. */
function DownloadForm({ file, line, page, token }: RowProps) {
  return (
    <form method="post" action={`/track/${token}/download`} className="print:hidden">
      <input type="hidden" name="grant" value={line.grantId} />
      <input type="hidden" name="file" value={file.id} />
      <input type="hidden" name="key" value={page.clickKey} />
      <Button size="small" icon="download">
        {words.download}
        <span className="sr-only"> {file.name}</span>
      </Button>
    </form>
  );
}

const words = {
  title: 'Your files',
  version: 'Version',
  download: 'Download',
  follows: 'Follows as soon as it is there.',
  none: 'There is no file.',
  ask: 'Ask the shop if you need it again.',
  withoutEnd: 'Yours without an end',
  until: (day: ReactNode) => <>Until {day}</>,
  ended: (day: ReactNode) => <>Ended on {day}</>,
  left: (count: number) =>
    count === 0 ? 'no downloads left' : `${count} ${count === 1 ? 'download' : 'downloads'} left`,
};
