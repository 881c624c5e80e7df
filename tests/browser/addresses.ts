/** Where the sites of the browser tests are served: the packs of this repository, and, below a path, packs that only the tests need. */
export const SITE = 'http://127.0.0.1:4329/';
export const TEST_PACKS = 'http://127.0.0.1:4330/docs/';
