export * from './catalog';
export * from './customers';
export * from './files';
export * from './messages';
export * from './orders';
export * from './payments';
export * from './shop';
