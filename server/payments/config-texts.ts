import { GenericHmacConfig, signedPlaces } from './gateways/generic-hmac-config';
import { findGateway } from './gateways/registry';

const plainNames = [
  'signatureHeader',
  'prefix',
  'algorithm',
  'encoding',
  'secretEncoding',
  'timestampHeader',
  'toleranceSeconds',
  'signedContent',
  'amountUnit',
  'refundAmount',
  'statusMap',
] as const;

const fieldNames = [
  'status',
  'amount',
  'currency',
  'orderNumber',
  'transactionId',
  'authorizationCode',
  'eventId',
  'test',
  'live',
] as const satisfies readonly (keyof GenericHmacConfig['fields'])[];

export type ConfigTextName = (typeof plainNames)[number] | `fields.${(typeof fieldNames)[number]}`;

/** A config as the texts of a form, by name: so the faults of its schema are named, too. */
export type ConfigTexts = Readonly<Record<ConfigTextName, string>>;

/** The texts that `textAt` has for each name. */
export function eachConfigText(textAt: (name: ConfigTextName) => string): ConfigTexts {
  const names = [...plainNames, ...fieldNames.map((name) => `fields.${name}` as const)];
  // Every name has come from the two lists, from which the type is made.
  return Object.fromEntries(names.map((name) => [name, textAt(name)])) as ConfigTexts;
}

/** The texts for a config, the usual ones where there is none; null where nothing is configured. */
export function configTexts(gateway: string, config: unknown): ConfigTexts | null {
  if (findGateway(gateway)?.config !== GenericHmacConfig) return null;
  const texts = textsOf(GenericHmacConfig.safeParse(config).data ?? usual);
  return eachConfigText((name) => texts.get(name) ?? '');
}

const usual: GenericHmacConfig = {
  signatureHeader: '',
  algorithm: 'sha256',
  encoding: 'hex',
  secretEncoding: 'utf8',
  toleranceSeconds: 300,
  signedContent: ['body'],
  amountUnit: 'minor',
  refundAmount: 'own',
  fields: { status: '' },
  statusMap: {},
};

function textsOf(config: GenericHmacConfig): ReadonlyMap<string, string | undefined> {
  const { fields, signedContent, statusMap, toleranceSeconds, ...plain } = config;
  const paths = Object.entries(fields).map(
    ([name, places]) => [`fields.${name}`, [places].flat().join(', ')] as const,
  );
  const lines = Object.entries(statusMap).map(([theirs, ours]) => `${theirs} = ${ours}`);
  return new Map([
    ...Object.entries(plain),
    ...paths,
    ['toleranceSeconds', String(toleranceSeconds)],
    ['signedContent', signedContent.map(signedText).join('')],
    ['statusMap', lines.join('\n')],
  ]);
}

function signedText(part: GenericHmacConfig['signedContent'][number]): string {
  if (typeof part === 'string') return `{${part}}`;
  return part.literal.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
}

/**
 * The config that the texts mean. What cannot be read is put so that the schema refuses it where
 * it stands, so that all faults are found in one place.
 */
export function configOf(texts: ConfigTexts): unknown {
  const tolerance = texts.toleranceSeconds.trim();
  return {
    signatureHeader: texts.signatureHeader,
    algorithm: texts.algorithm,
    encoding: texts.encoding,
    secretEncoding: texts.secretEncoding,
    amountUnit: texts.amountUnit,
    refundAmount: texts.refundAmount,
    ...(texts.prefix !== '' && { prefix: texts.prefix }),
    ...(texts.timestampHeader.trim() !== '' && { timestampHeader: texts.timestampHeader }),
    ...(tolerance !== '' && {
      toleranceSeconds: /^\d+$/.test(tolerance) ? Number(tolerance) : Number.NaN,
    }),
    signedContent: signedParts(texts.signedContent.trim()),
    fields: Object.fromEntries(fieldNames.flatMap((name) => placesOf(name, texts))),
    statusMap: statusMapOf(texts.statusMap),
  };
}

/** `{timestamp}.{body}`: the names in braces are parts, what stands between them is taken as it is. */
function signedParts(template: string): readonly unknown[] {
  return template.split(/(\{\w*\})/).flatMap((piece): readonly unknown[] => {
    if (piece === '') return [];
    const name = /^\{(\w*)\}$/.exec(piece)?.[1];
    if (name === undefined) return [{ literal: unescaped(piece) }];
    return [signedPlaces.find((place) => place === name.toLowerCase()) ?? name];
  });
}

function unescaped(text: string): string {
  return text.replace(/\\([\\n])/g, (_, mark: string) => (mark === 'n' ? '\n' : mark));
}

function placesOf(name: (typeof fieldNames)[number], texts: ConfigTexts) {
  const text = texts[`fields.${name}`];
  const [place = '', ...others] = text.split(',').map((it) => it.trim());
  const isLeftOut = place === '' && others.length === 0;
  return isLeftOut ? [] : [[name, others.length === 0 ? place : [place, ...others]] as const];
}

/** A line without a `=`, and a status that comes twice, mean nothing that we know. */
function statusMapOf(text: string): Readonly<Record<string, string>> {
  const map = new Map<string, string>();
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '') continue;
    const at = line.lastIndexOf('=');
    const theirs = at < 0 ? line.trim() : line.slice(0, at).trim();
    const ours =
      at < 0
        ? ''
        : line
            .slice(at + 1)
            .trim()
            .toLowerCase();
    map.set(theirs, map.has(theirs) ? '' : ours);
  }
  return Object.fromEntries(map);
}
