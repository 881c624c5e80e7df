import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { completeLock, foreignEntries, type Lock, missingOptional } from '../scripts/lockfile.mjs';

describe('the lock file of this project', () => {
	const lock: Lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));

	test('has an entry for every optional dependency, so that it installs on every system (else: npm run lock)', () => {
		expect(missingOptional(lock)).toEqual([]);
	});

	test('fetches from the public registry alone (else: npm run lock)', () => {
		expect(foreignEntries(lock)).toEqual([]);
	});
});

const tool = (optionalDependencies: Record<string, string>, dev?: true) => ({
	version: '2.0.0',
	...(dev && { dev }),
	optionalDependencies,
});

describe('completing a lock file', () => {
	test.each([
		['@tool/cli-darwin-arm64', { cpu: ['arm64'], os: ['darwin'] }],
		['@tool/windows-x64', { cpu: ['x64'], os: ['win32'] }],
		['@tool/binding-linux-x64-musl', { cpu: ['x64'], libc: ['musl'], os: ['linux'] }],
		['@tool/binding-linux-arm64-gnu', { cpu: ['arm64'], libc: ['glibc'], os: ['linux'] }],
		['@tool/binding-wasm32-wasi', { cpu: ['wasm32'] }],
		['tool-freebsd-x64', { cpu: ['x64'], os: ['freebsd'] }],
	])('%s', (name, platform) => {
		const lock = { packages: { 'node_modules/tool': tool({ [name]: '1.2.3' }) } };
		const completed = completeLock(lock);
		expect(completed.packages[`node_modules/${name}`]).toEqual({ version: '1.2.3', optional: true, ...platform });
		expect(missingOptional(completed)).toEqual([]);
	});

	test('a package of a development tool is one too', () => {
		const completed = completeLock({ packages: { 'node_modules/tool': tool({ 'tool-linux-x64': '1.0.0' }, true) } });
		expect(completed.packages['node_modules/tool-linux-x64']).toMatchObject({ dev: true });
	});

	test('an entry beside or above its package counts; one elsewhere does not', () => {
		const packages = {
			'node_modules/a/node_modules/tool': tool({
				'beside-x64': '1.0.0',
				'above-x64': '1.0.0',
				'elsewhere-x64': '1.0.0',
			}),
			'node_modules/a/node_modules/beside-x64': { version: '1.0.0' },
			'node_modules/above-x64': { version: '1.0.0' },
			'node_modules/b/node_modules/elsewhere-x64': { version: '1.0.0' },
		};
		expect(missingOptional({ packages }).map(({ name }) => name)).toEqual(['elsewhere-x64']);
	});

	test.each([
		['mystery', '1.0.0'],
		['tool-linux-x64', '^1.0.0'],
	])('%s@%s needs a person', (name, version) => {
		expect(() => completeLock({ packages: { 'node_modules/tool': tool({ [name]: version }) } })).toThrow(
			`${name}@${version}`,
		);
	});

	test('addresses of other hosts are dropped, the public ones and local links stay', () => {
		const packages = {
			'node_modules/a': {
				version: '1.0.0',
				resolved: 'https://npm.example.org/a/-/a-1.0.0.tgz',
				integrity: 'sha512-x',
			},
			'node_modules/b': { version: '1.0.0', resolved: 'https://registry.npmjs.org/b/-/b-1.0.0.tgz' },
			'node_modules/c': { resolved: 'packages/c' },
		};
		expect(foreignEntries({ packages })).toEqual(['node_modules/a']);
		const completed = completeLock({ packages });
		expect(completed.packages['node_modules/a']).toEqual({ version: '1.0.0', integrity: 'sha512-x' });
		expect(completed.packages['node_modules/b']).toEqual(packages['node_modules/b']);
		expect(completed.packages['node_modules/c']).toEqual(packages['node_modules/c']);
	});

	test('a complete lock stays as it is', () => {
		const lock = { lockfileVersion: 3, packages: { '': {}, 'node_modules/a': { version: '1.0.0' } } };
		expect(completeLock(lock)).toEqual(lock);
	});
});
