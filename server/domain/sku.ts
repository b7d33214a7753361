/**
 * Whether `text` can be a product's sku: 1 to 64 printable characters, with plain spaces only
 * between others, none of them a control, invisible or private character. "." and ".." are
 * refused because no URL can name them.
 */
export function isSku(text: string): boolean {
  return printable.test(text) && text !== '.' && text !== '..';
}

const printable = /^(?! )(?:[^\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Z}]| ){1,64}(?<! )$/u;
