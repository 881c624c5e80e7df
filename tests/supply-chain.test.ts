import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

interface Manifest {
	readonly allowScripts: Readonly<Record<string, boolean>>;
	readonly publishConfig: Readonly<Record<string, unknown>>;
	readonly scripts: Readonly<Record<string, string>>;
	readonly dependencies: Readonly<Record<string, string>>;
	readonly devDependencies: Readonly<Record<string, string>>;
	readonly optionalDependencies: Readonly<Record<string, string>>;
}
interface Lock {
	readonly packages: Readonly<
		Record<string, { readonly hasInstallScript?: boolean; readonly integrity?: string; readonly resolved?: string }>
	>;
}

const manifest: Manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const { packages }: Lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const settings = readFileSync('.npmrc', 'utf8').split('\n');
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

describe('install scripts of dependencies', () => {
	test('are run for packages that are named one by one, and for no other', () => {
		const having = Object.keys(packages).filter((path) => packages[path]?.hasInstallScript === true);
		const allowed = Object.keys(manifest.allowScripts).filter((name) => manifest.allowScripts[name] === true);
		expect(allowed.toSorted()).toEqual([...new Set(having.map(nameOf))].sort());
	});

	test('are refused by name where a package brings what it needs without', () => {
		const refused = Object.keys(manifest.allowScripts).filter((name) => manifest.allowScripts[name] === false);
		const known = new Set(Object.keys(packages).map(nameOf));
		expect(refused.filter((name) => !known.has(name))).toEqual([]);
	});

	test('stop an install when they are new', () => {
		expect(settings).toContain('strict-allow-scripts=true');
	});

	test('are none of our own: who installs this package runs nothing of it', () => {
		const run = ['preinstall', 'install', 'postinstall', 'prepare'];
		expect(run.filter((name) => Object.hasOwn(manifest.scripts, name))).toEqual([]);
	});
});

test('every version of a dependency is exact', () => {
	const all = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
	expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
});

test('the package is published with a statement of where it was built', () => {
	expect(manifest.publishConfig).toMatchObject({ provenance: true });
	expect(readFileSync('.github/workflows/release.yml', 'utf8')).toContain('id-token: write');
});

describe.each(globSync('.github/workflows/*.yml'))('%s', (file) => {
	const text = readFileSync(file, 'utf8');

	test('names every action by its commit', () => {
		const used = [...text.matchAll(/uses: (\S+)/g)].map(([, action]) => action ?? '');
		expect(used.length).toBeGreaterThan(0);
		expect(used.filter((action) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/.test(action))).toEqual([]);
	});

	test('gives rights by name, and none to write to the repository', () => {
		expect(text).toMatch(/^permissions:/m);
		expect(text).not.toMatch(/write-all|contents: write|pull_request_target/);
	});
});
