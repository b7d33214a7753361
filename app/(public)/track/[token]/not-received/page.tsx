import type { Metadata } from 'next';
import { Button } from '#app/_ui/button';
import { FormActions, FormStack } from '#app/_ui/form-layout';
import { TextareaField } from '#app/_ui/textarea-field';
import { trackingWords } from '#server/tracking/words/tracking-words';
import { typedInForm } from '../kept-form';
import { OwnPage } from '../own-page';
import { Parcels } from '../parcels';
import { readOwnPage, trackHref } from '../read-own-page';

type Props = Readonly<{ params: Promise<{ token: string }> }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { page } = await readOwnPage((await params).token);
  return { title: { absolute: trackingWords(page.locale).say('missing.title') } };
}

/** Most parcels that are missed are on their way, so where they are comes first. */
export default async function NotReceivedPage({ params }: Props) {
  const { token } = await params;
  const [{ page, own }, typed] = await Promise.all([readOwnPage(token), typedInForm()]);
  const { say } = trackingWords(page.locale);
  return (
    <OwnPage
      page={page}
      token={token}
      title={say('missing.title')}
      obstacle={own.obstacles.report_not_received}
      lead={<p>{say('missing.first')}</p>}
    >
      <div className="mb-6 grid gap-5">
        <Parcels page={page} />
      </div>
      <form method="post" action={trackHref(token, '/ask')}>
        <input type="hidden" name="what" value="not-received" />
        <FormStack>
          <TextareaField
            label={say('own.optional', { label: say('missing.text') })}
            name="text"
            dir="auto"
            rows={4}
            maxLength={500}
            defaultValue={typed.text}
          />
          <FormActions>
            <Button kind="primary">{say('missing.send')}</Button>
          </FormActions>
        </FormStack>
      </form>
    </OwnPage>
  );
}
