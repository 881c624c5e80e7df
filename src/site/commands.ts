export { build } from './build.ts';
export { dev } from './dev/dev.ts';
