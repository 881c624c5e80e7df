import { expect, test } from 'vitest';
import { DIAGNOSTIC_CODES, severityOf, titleOf } from '../../src/domain/diagnostics.ts';
import { run } from './run.ts';

test.each(DIAGNOSTIC_CODES)('%s: severity, title, and the text of its rule', async (code) => {
	const { out, ...rest } = await run(['explain', code]);
	expect(rest).toMatchObject({ code: 0, err: '' });
	const [first, empty, text] = out.split('\n');
	expect(first).toBe(`${severityOf(code)}[${code}] ${titleOf(code)}`);
	expect(empty).toBe('');
	expect(text).toMatch(/^[^#\s-]/);
});
