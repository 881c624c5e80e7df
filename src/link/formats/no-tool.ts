/** What to say of a report whose format leaves out which linter wrote it. */
export const NO_TOOL = 'This format does not say which linter wrote it. Pass --tool eslint.';
