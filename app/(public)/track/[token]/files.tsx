import { Button } from '#app/_ui/button';
import { fileSize } from '#app/_ui/file-size';
import type { FilesOfLine, PageFile } from '#server/tracking/view-digital';
import type { TrackingPage } from '#server/tracking/view-tracking-page';
import { trackingWords } from '#server/tracking/words/tracking-words';
import { Day } from './day';
import { Section } from './section';

type Props = Readonly<{ page: TrackingPage; token: string }>;

export function Files({ page, token }: Props) {
  if (page.files.length === 0) return null;
  const { say } = trackingWords(page.locale);
  return (
    <Section title={say('files.title')} id="files">
      <div className="grid grid-cols-1 gap-4">
        {page.files.map((line) => (
          <LineFiles key={line.grantId} {...{ line, page, token }} />
        ))}
      </div>
    </Section>
  );
}

type LineProps = Readonly<{
  line: FilesOfLine;
  page: Pick<TrackingPage, 'locale' | 'timeZone' | 'nowMs' | 'clickKey'>;
  token: string;
}>;

export function LineFiles({ line, page, token }: LineProps) {
  const { say } = trackingWords(page.locale);
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
        <p className="px-4 py-3 text-ink-soft">
          {say(line.isOver ? 'files.none' : 'files.follows')}
        </p>
      ) : (
        <ul className="divide-y divide-line">
          {line.files.map((file) => (
            <FileRow key={file.id} {...{ file, line, page, token }} />
          ))}
        </ul>
      )}
      {line.isOver || line.files.some(({ left }) => left === 0) ? (
        <p className="border-line border-t px-4 py-3 text-ink-soft text-sm">{say('files.ask')}</p>
      ) : null}
    </div>
  );
}

function End({ line: { expiresAt, isOver }, page }: Omit<LineProps, 'token'>) {
  const { say, pieces } = trackingWords(page.locale);
  if (expiresAt === null) return say('files.withoutEnd');
  const day = <Day key="day" at={expiresAt} page={page} length="moment" />;
  return pieces(isOver ? 'files.ended' : 'files.until', { day });
}

type RowProps = LineProps & Readonly<{ file: PageFile }>;

function FileRow({ file, line, page, token }: RowProps) {
  const { say, pieces } = trackingWords(page.locale);
  const { size, left } = file;
  const isOpen = left > 0 && !line.isOver;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1 basis-56">
        <p className="wrap-anywhere">
          <bdi>{file.name}</bdi>
        </p>
        <p className="text-ink-soft text-sm">
          {pieces('files.version', { value: <bdi key="version">{file.version}</bdi> })}
          {` · ${fileSize(size, page.locale)}`}
          {line.isOver ? null : ` · ${say('files.left', { count: left })}`}
        </p>
      </div>
      {isOpen ? <DownloadForm {...{ file, line, page, token }} /> : null}
    </li>
  );
}

/** Nothing is spent by opening an address: programs that read mail do that too. */
function DownloadForm({ file, line, page, token }: RowProps) {
  return (
    <form method="post" action={`/track/${token}/download`} className="print:hidden">
      <input type="hidden" name="grant" value={line.grantId} />
      <input type="hidden" name="file" value={file.id} />
      <input type="hidden" name="key" value={page.clickKey} />
      <Button size="small" icon="download">
        {trackingWords(page.locale).say('files.download')}
        <span className="sr-only"> {file.name}</span>
      </Button>
    </form>
  );
}
