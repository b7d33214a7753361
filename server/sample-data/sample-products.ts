import type { ProductKind } from '#domain/vocabulary';

export type SampleProduct = Readonly<{
  sku: string;
  name: string;
  kind: ProductKind;
  price: number;
}>;

type Goods = readonly [sku: string, name: string, price: number];

const physical: readonly Goods[] = [
  ['TEA-ASSAM-250', 'Assam breakfast tea, 250 g', 950],
  ['TEA-SENCHA-100', 'Sencha first flush, 100 g', 1490],
  ['TEA-MINT-080', 'Peppermint leaves, 80 g', 620],
  ['POT-BLUE-1L', 'Blue stoneware teapot, 1 l', 4800],
  ['POT-GLASS-06', 'Glass teapot with strainer, 0.6 l', 3200],
  ['CUP-SET-4', 'Set of four porcelain cups', 2950],
  ['KETTLE-STEEL', 'Brushed steel stovetop kettle', 6400],
  ['SPOON-OLIVE', 'Olive wood measuring spoon', 890],
  ['TIN-LARGE', 'Tea tin with a double lid, large', 1250],
  ['FILTER-100', 'Paper filters, 100 pieces', 490],
  ['SCALE-POCKET', 'Pocket scale, 0.1 g', 2390],
  ['TOWEL-LINEN', 'Linen tea towel', 1650],
];
const codes: readonly Goods[] = [
  ['GIFT-25', 'Gift card worth 25', 2500],
  ['COURSE-TEA', 'Tea tasting online course, one seat', 5900],
  ['APP-TIMER-PRO', 'Steep timer Pro, licence key', 1200],
];
const files: readonly Goods[] = [
  ['BOOK-TEA-PDF', 'The tea keeper’s handbook (PDF)', 1800],
  ['WALL-CHART', 'Brewing chart for the wall (PDF)', 700],
];

const of = (kind: ProductKind, goods: readonly Goods[]) =>
  goods.map(([sku, name, price]) => ({ sku, name, price, kind }));

export const sampleProducts: readonly SampleProduct[] = [
  ...of('physical', physical),
  ...of('codes', codes),
  ...of('file', files),
];
