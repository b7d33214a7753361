export * from './catalog';
export * from './messages';
export * from './orders';
export * from './payments';
export * from './shop';
