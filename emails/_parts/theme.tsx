import type { CSSProperties } from 'react';

// The colours are those of the tracking page. Mail clients drop stylesheets at will, so the light
// look is inline and complete; the sheet below only adds what inline styles cannot say: the dark
// look and the narrow screen. Font and colour are set on tables rather than cells, which inherit
// them from there even in quirks mode.
const light = {
  page: '#f3f1ef',
  card: '#ffffff',
  panel: '#f8f8f6',
  rule: '#e2e0de',
  ink: '#1e1b18',
  muted: '#5b5852',
  accent: '#284ea7',
};

const dark = {
  page: '#12110f',
  card: '#1a1917',
  panel: '#22211e',
  rule: '#3a3835',
  ink: '#ebe9e6',
  muted: '#aba9a4',
  accent: '#94b5f9',
  button: '#365db8',
};

const fonts = {
  text: "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif",
  code: 'ui-monospace,Menlo,Consolas,monospace',
};

const rule = `1px solid ${light.rule}`;
const anywhere = { overflowWrap: 'anywhere', wordBreak: 'break-word' } satisfies CSSProperties;
const amount = {
  paddingLeft: 16,
  textAlign: 'right',
  verticalAlign: 'top',
  whiteSpace: 'nowrap',
} satisfies CSSProperties;

const size = {
  small: { fontSize: 13, lineHeight: '19px' },
  medium: { fontSize: 15, lineHeight: '22px' },
  text: { fontSize: 16, lineHeight: '25px' },
} satisfies Record<string, CSSProperties>;

const cell = { padding: '12px 0', borderBottom: rule } satisfies CSSProperties;
const th = {
  padding: '0 0 8px',
  borderBottom: rule,
  ...size.small,
  fontWeight: 400,
  color: light.muted,
  textAlign: 'left',
} satisfies CSSProperties;
const sum = { padding: '4px 0' } satisfies CSSProperties;
const grand = {
  padding: '8px 0 0',
  fontSize: 18,
  lineHeight: '26px',
  fontWeight: 700,
  color: light.ink,
} satisfies CSSProperties;
const address = { ...size.medium, color: light.ink, ...anywhere } satisfies CSSProperties;

/** For languages written from left to right; `mirrored` turns them for the others. */
export const styles = {
  page: { backgroundColor: light.page, margin: 0, padding: '32px 12px', fontFamily: fonts.text },
  frame: { tableLayout: 'fixed' },
  column: { maxWidth: '100%' },
  card: {
    backgroundColor: light.card,
    border: rule,
    borderRadius: 12,
    borderCollapse: 'separate',
  },
  stub: { padding: '20px 32px', borderBottom: `2px dashed ${light.rule}` },
  stubShop: {
    ...size.text,
    fontWeight: 700,
    color: light.ink,
    verticalAlign: 'baseline',
    ...anywhere,
  },
  logo: {
    display: 'block',
    width: 'auto',
    maxWidth: 220,
    height: 'auto',
    maxHeight: 40,
    fontSize: 16,
    fontWeight: 700,
  },
  stubNumber: {
    ...size.medium,
    paddingLeft: 24,
    color: light.muted,
    textAlign: 'right',
    verticalAlign: 'baseline',
    ...anywhere,
  },
  body: { padding: '32px 32px 36px' },
  heading: {
    margin: '0 0 14px',
    fontSize: 26,
    lineHeight: '32px',
    fontWeight: 700,
    letterSpacing: '-0.4px',
    color: light.ink,
  },
  greeting: { ...size.text, paddingBottom: 6, color: light.ink, ...anywhere },
  action: { paddingTop: 22 },
  button: {
    backgroundColor: light.accent,
    borderRadius: 8,
    color: '#ffffff',
    fontSize: 16,
    fontWeight: 600,
    padding: '13px 22px',
  },
  part: { paddingTop: 34 },
  partHeading: {
    margin: '0 0 10px',
    fontSize: 16,
    lineHeight: '22px',
    fontWeight: 700,
    color: light.ink,
    ...anywhere,
  },
  text: { margin: 0, ...size.text, color: light.ink, ...anywhere },
  link: { color: light.accent, textDecoration: 'underline', ...anywhere },
  bold: { fontWeight: 700 },
  label: { paddingBottom: 3, ...size.small, color: light.muted },
  panel: {
    backgroundColor: light.panel,
    border: rule,
    borderRadius: 10,
    borderCollapse: 'separate',
    padding: '16px 18px',
    ...size.medium,
    color: light.ink,
    ...anywhere,
  },
  nextPanel: { paddingTop: 12 },
  nextGroup: { paddingTop: 14 },
  panelFoot: { paddingTop: 10, ...size.text },
  amountDue: { paddingBottom: 8, fontSize: 22, lineHeight: '28px', fontWeight: 700 },
  codes: {
    paddingBottom: 2,
    textAlign: 'left',
    fontFamily: fonts.code,
    lineHeight: '25px',
    wordBreak: 'break-all',
  },
  trackingNumber: {
    padding: '1px 0 3px',
    textAlign: 'left',
    fontFamily: fonts.code,
    fontSize: 17,
    lineHeight: '24px',
    fontWeight: 700,
    wordBreak: 'break-all',
  },
  parcelItems: { paddingTop: 10 },
  quote: { borderLeft: `3px solid ${light.rule}`, padding: '1px 0 1px 16px' },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    ...size.medium,
    color: light.ink,
    ...anywhere,
  },
  th,
  thAmount: { ...th, textAlign: 'right' },
  cell,
  cellAmount: { ...cell, ...amount },
  item: { padding: '5px 0' },
  detail: { ...size.small, color: light.muted },
  totals: {
    width: '100%',
    marginTop: 10,
    borderCollapse: 'collapse',
    ...size.medium,
    color: light.muted,
    ...anywhere,
  },
  sum,
  sumAmount: { ...sum, ...amount },
  grand,
  grandAmount: { ...grand, ...amount },
  address: {
    ...address,
    display: 'inline-block',
    width: '100%',
    maxWidth: 240,
    paddingBottom: 14,
    verticalAlign: 'top',
  },
  onlyAddress: address,
  footer: { padding: '20px 33px 0' },
  footerText: { margin: '0 0 4px', ...size.small, color: light.muted, ...anywhere },
  footerLink: { color: light.muted, textDecoration: 'underline', ...anywhere },
} satisfies Record<string, CSSProperties>;

export const stylesheet = `:root{color-scheme:light dark;supported-color-schemes:light dark}
a[x-apple-data-detectors]{color:inherit!important;text-decoration:none!important}
@media (max-width:480px){
.page>table>tbody>tr>td{padding:12px 8px!important}
.pad{padding-left:20px!important;padding-right:20px!important}
}
@media (prefers-color-scheme:dark){
.page,.page>table>tbody>tr>td{background-color:${dark.page}!important}
.card{background-color:${dark.card}!important}
.panel{background-color:${dark.panel}!important}
.card,.panel,.rule{border-color:${dark.rule}!important}
.ink,.panel{color:${dark.ink}!important}
.muted{color:${dark.muted}!important}
.link{color:${dark.accent}!important}
.button{background-color:${dark.button}!important}
.logo{background-color:#ffffff;border-radius:4px;padding:4px}
}`;

/** The colours of links and buttons, by which `coloured` finds them. */
export const accents = { light: light.accent, dark: dark.accent, button: dark.button } as const;
