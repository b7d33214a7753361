import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Card } from '#app/_ui/card';
import { Notice } from '#app/_ui/notice';
import { Tabs } from '#app/_ui/tabs';
import { TextLink } from '#app/_ui/text-link';
import { type Language, languages } from '#domain/language';
import { type MessageTemplate, messageTemplates } from '#domain/vocabulary';
import { api, sessionContext } from '#server/api/caller';
import { textsOf } from '#server/mail/preview-wordings';
import { languageChoices } from '#server/settings/shop-choices';
import { defaultShop } from '#server/settings/shop-settings';
import { MessagePreview } from '../../../messages/[id]/message-preview';
import { settingsOnly } from '../../settings-only';
import { templateWords } from '../template-words';
import { OrderPicker } from './order-picker';
import { PlaceholderList } from './placeholder-list';
import { ResetForm } from './reset-form';
import { TestForm } from './test-form';
import { WordingsForm } from './wordings-form';

type Query = Readonly<Record<string, string | string[] | undefined>>;
type Props = Readonly<{
  params: Promise<Readonly<{ template: string }>>;
  searchParams: Promise<Query>;
}>;

export const metadata: Metadata = { title: 'Message' };

export default async function WordingPage({ params, searchParams }: Props) {
  await settingsOnly();
  const [{ template: name }, query, { shop, caller }] = await Promise.all([
    params,
    searchParams,
    sessionContext(),
  ]);
  const template = messageTemplates.find((known) => known === name) ?? notFound();
  const wanted = languages.find((known) => known === query.language);
  const language = wanted ?? (shop ?? defaultShop).language;
  const number = typeof query.order === 'string' ? query.order.trim().slice(0, 100) : '';
  const about = { template, language };
  const { own, preview } = await (await api()).messages.wordingPage({ ...about, number });
  const texts = textsOf(template, language);
  return (
    <div className="grid gap-4">
      <p>
        <TextLink href="/settings/messages">All messages</TextLink>
      </p>
      <h2 className="font-semibold text-xl tracking-tight">{templateWords[template].name}</h2>
      <Tabs label="Languages" onPage tabs={languageTabs(template, language)} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="grid gap-4">
          <WordingsForm key={`${template} ${language}`} {...about} texts={texts} own={own} />
          <PlaceholderList texts={texts} />
          {Object.keys(own).length > 0 ? (
            <ResetForm {...about} own={texts.filter(({ key }) => own[key] !== undefined)} />
          ) : null}
        </div>
        <div className="grid gap-4">
          <Card title="Try it with an order">
            <OrderPicker language={language} number={number} />
          </Card>
          {'fault' in preview ? (
            <Notice tone="warn" title={preview.fault} />
          ) : (
            <>
              <p className="wrap-anywhere">
                <span className="text-ink-soft">Subject:</span> <bdi>{preview.subject}</bdi>
              </p>
              <MessagePreview html={preview.html} text={preview.text} isSent={false} />
              <TestForm {...about} number={preview.orderNumber} email={caller?.email ?? ''} />
            </>
          )}
        </div>
      </div>
    </div>
  );
}

function languageTabs(template: MessageTemplate, chosen: Language) {
  return languageChoices().map(({ value, label }) => ({
    href: `/settings/messages/${template}?language=${value}`,
    label,
    active: value === chosen,
  }));
}
