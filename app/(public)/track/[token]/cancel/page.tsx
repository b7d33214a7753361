import type { Metadata } from 'next';
import { Button } from '#app/_ui/button';
import { FormActions, FormStack } from '#app/_ui/form-layout';
import { PlainButtonLink } from '#app/_ui/plain-link';
import { TextareaField } from '#app/_ui/textarea-field';
import { trackingWords } from '#server/tracking/words/tracking-words';
import { typedInForm } from '../kept-form';
import { OwnPage } from '../own-page';
import { readOwnPage, trackHref } from '../read-own-page';

type Props = Readonly<{ params: Promise<{ token: string }> }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { page } = await readOwnPage((await params).token);
  return { title: { absolute: trackingWords(page.locale).say('own.cancel') } };
}

export default async function CancelOwnOrderPage({ params }: Props) {
  const { token } = await params;
  const [{ page, own }, typed] = await Promise.all([readOwnPage(token), typedInForm()]);
  const { say } = trackingWords(page.locale);
  const { isCancelledAtOnce } = own;
  return (
    <OwnPage
      page={page}
      token={token}
      title={say('cancel.title', { number: page.number })}
      obstacle={own.obstacles.ask_to_cancel}
      lead={
        <>
          <p>{say(isCancelledAtOnce ? 'cancel.atOnce' : 'cancel.asks')}</p>
          {own.hasDigital ? <p>{say('cancel.digital')}</p> : null}
        </>
      }
    >
      <form method="post" action={trackHref(token, '/ask')}>
        <input type="hidden" name="what" value="cancel" />
        <FormStack>
          <TextareaField
            label={say('own.optional', { label: say('cancel.reason') })}
            name="text"
            dir="auto"
            rows={3}
            maxLength={500}
            defaultValue={typed.text}
          />
          <FormActions>
            <Button kind={isCancelledAtOnce ? 'danger' : 'primary'}>
              {say(isCancelledAtOnce ? 'cancel.now' : 'cancel.ask')}
            </Button>
            <PlainButtonLink href={trackHref(token)} kind="quiet">
              {say('cancel.keep')}
            </PlainButtonLink>
          </FormActions>
        </FormStack>
      </form>
    </OwnPage>
  );
}
