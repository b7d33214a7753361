import clsx from 'clsx';
import { Card } from '#app/_ui/card';
import { Disclosure } from '#app/_ui/disclosure';
import { TextLink } from '#app/_ui/text-link';
import type { Order } from '#domain/order';
import { NoteForm } from '../../../_forms/note-form';
import { noteAction } from './step-actions';
import { TagsForm } from './tags-form';

export function NotesCard({ order }: Readonly<{ order: Order }>) {
  const { number, note, tags } = order;
  const isBlank = note === null && tags.length === 0;
  return (
    <Card title="Notes and tags" className={clsx(isBlank && 'print:hidden')}>
      {note === null ? null : <p className="mb-2 whitespace-pre-line wrap-anywhere">{note}</p>}
      {tags.length === 0 ? null : (
        <ul aria-label="Tags" className="mb-2 flex flex-wrap gap-1.5">
          {tags.map((tag) => (
            <li key={tag} className="max-w-full">
              <TextLink
                href={`/orders?tag=${encodeURIComponent(tag)}`}
                className="block truncate rounded-full! bg-wash px-2 text-sm leading-6! no-underline!"
              >
                {tag}
              </TextLink>
            </li>
          ))}
        </ul>
      )}
      <div className="print:hidden">
        <Disclosure summary={isBlank ? 'Write one' : 'Change them'}>
          <div className="grid gap-4">
            <NoteForm action={noteAction} hidden={{ number }} note={note} />
            <TagsForm number={number} tags={tags.join(', ')} />
          </div>
        </Disclosure>
      </div>
    </Card>
  );
}
