import type { Metadata } from 'next';
import { PageHeader } from '#app/_ui/page-header';
import { currencyChoices } from '#server/settings/shop-choices';
import { consoleSession } from '../../console-session';
import { blankProduct } from '../product-values';
import { NewProductForm } from './new-product-form';

export const metadata: Metadata = { title: 'New product' };

export default async function NewProductPage() {
  const { shop } = await consoleSession('/products/new');
  return (
    <>
      <PageHeader title="New product" back={{ href: '/products', label: 'Products' }} />
      <NewProductForm
        blank={blankProduct(shop.currency)}
        currencies={currencyChoices()}
        shopTerms={shop}
      />
    </>
  );
}
