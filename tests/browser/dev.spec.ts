import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

/** A rule whose pair names a function; `title` is all else that differs. */
function rule(title: string, name: string): string {
	const example = (kind: string, code: string): string => `**${kind}:**\n\n\`\`\`js\n${code};\n\`\`\`\n`;
	return `---\ntitle: ${title}\n---\n\n## ${title}\n\nOf ${name}.\n\n${example('Incorrect', `${name}(1)`)}\n${example('Correct', `${name}(2)`)}`;
}

test.describe('a rule that is open while it is written', () => {
	let folder: string;
	let server: ChildProcess;
	let url: string;

	test.beforeAll(async () => {
		test.setTimeout(120_000);
		folder = await mkdtemp(join(tmpdir(), 'rulepress-open-'));
		await mkdir(join(folder, 'doors', 'rules'), { recursive: true });
		await writeFile(join(folder, 'doors', 'rules', 'open-door.md'), rule('Open the door', 'first'));
		const args = [join(process.cwd(), 'bin/rulepress.mjs'), 'dev', folder, '--port', '0'];
		server = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
		let said = '';
		while (!/http:\S+/.test(said)) said += String((await once(server.stdout ?? server, 'data'))[0]);
		url = /http:\S+\//.exec(said)?.[0] ?? '';
	});

	test.afterAll(async () => {
		const ended = once(server, 'exit');
		server.kill();
		await ended;
		await rm(folder, { recursive: true, force: true });
	});

	test('is replaced in the page, which keeps all else', async ({ page }) => {
		const file = join(folder, 'doors', 'rules', 'open-door.md');
		await page.goto(`${url}rules/doors/open-door/`);
		await page.locator('.search input').fill('half a question');
		await page.evaluate(() => document.documentElement.setAttribute('data-kept', ''));
		for (const [title, name] of [
			['Open every door', 'second'],
			['Open each door', 'third'],
		] as const) {
			expect(await readFile(file, 'utf8')).not.toContain(name);
			await writeFile(file, rule(title, name));
			await expect(page.locator('.prose')).toContainText(`Of ${name}.`);
			await expect(page).toHaveTitle(new RegExp(title));
			await expect(page.locator('.lead .code-tools')).toHaveCount(2);
			await expect(page.locator('.copies button')).toHaveCount(2);
			await expect(page.locator('.theme')).toHaveCount(1);
			await expect(page.locator('.search input')).toHaveValue('half a question');
		}
		await expect(page.locator('html[data-kept]')).toHaveCount(1);
	});
});
