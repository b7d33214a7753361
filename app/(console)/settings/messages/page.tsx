import type { Metadata } from 'next';
import { Card } from '#app/_ui/card';
import { TextLink } from '#app/_ui/text-link';
import { messageTemplates } from '#domain/vocabulary';
import { api } from '#server/api/caller';
import { settingsOnly } from '../settings-only';
import { templateWords } from './template-words';

export const metadata: Metadata = { title: 'Messages' };

export default async function WordingsPage() {
  await settingsOnly();
  const counts = await (await api()).messages.wordingCounts();
  return (
    <div className="max-w-2xl">
      <Card title="Messages to customers">
        <ul className="divide-y divide-line">
          {messageTemplates.map((template) => (
            <li key={template} className="flex flex-wrap justify-between gap-x-4 py-3">
              <div>
                <TextLink href={`/settings/messages/${template}`}>
                  {templateWords[template].name}
                </TextLink>
                <p className="text-ink-soft text-sm">{templateWords[template].when}</p>
              </div>
              <p className="text-ink-soft text-sm">
                {ownWords(counts.find((row) => row.template === template)?.count ?? 0)}
              </p>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}

function ownWords(count: number): string {
  if (count === 0) return 'In our words';
  return count === 1 ? 'One text of your own' : `${count} texts of your own`;
}
