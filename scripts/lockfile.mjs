/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {string} [resolved]
 * @property {string} [integrity]
 * @property {boolean} [dev]
 * @property {boolean} [optional]
 * @property {string[]} [os]
 * @property {string[]} [cpu]
 * @property {string[]} [libc]
 * @property {Record<string, string>} [optionalDependencies]
 *
 * @typedef {object} Lock
 * @property {Record<string, LockedPackage>} packages
 *
 * @typedef {object} Missing
 * @property {string} parent Key of the locked package that names it.
 * @property {string} name
 * @property {string} version
 */

export const PUBLIC_REGISTRY = 'https://registry.npmjs.org/';

const SYSTEMS = /** @type {const} */ ({
	aix: 'aix',
	android: 'android',
	darwin: 'darwin',
	freebsd: 'freebsd',
	linux: 'linux',
	netbsd: 'netbsd',
	openbsd: 'openbsd',
	openharmony: 'openharmony',
	sunos: 'sunos',
	win32: 'win32',
	windows: 'win32',
});
const PROCESSORS = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];
const C_LIBRARIES = /** @type {const} */ ({ gnu: 'glibc', musl: 'musl' });

/**
 * Optional dependencies of locked packages that have no entry of their own, in the order of the lock.
 * @param {Lock} lock
 * @returns {Missing[]}
 */
export function missingOptional(lock) {
	return Object.entries(lock.packages).flatMap(([parent, locked]) =>
		Object.entries(locked.optionalDependencies ?? {})
			.filter(([name]) => !isLocked(lock, parent, name))
			.map(([name, version]) => ({ parent, name, version })),
	);
}

/**
 * Keys of entries whose archive would be fetched from another host than the public registry.
 * @param {Lock} lock
 * @returns {string[]}
 */
export function foreignEntries(lock) {
	return Object.entries(lock.packages)
		.filter(([, { resolved }]) => resolved !== undefined && /^[a-z+]+:\/\//.test(resolved))
		.filter(([, { resolved }]) => !resolved?.startsWith(PUBLIC_REGISTRY))
		.map(([key]) => key);
}

/**
 * The lock with an entry for every missing platform package and without foreign addresses, keys sorted as npm sorts them.
 * Throws for a missing package whose version or platform cannot be told from its name: it needs a person.
 * @param {Lock} lock
 * @returns {Lock}
 */
export function completeLock(lock) {
	const packages = structuredClone(lock.packages);
	for (const key of foreignEntries(lock)) delete packages[key]?.resolved;
	for (const { parent, name, version } of missingOptional(lock)) {
		packages[`node_modules/${name}`] = platformEntry(name, version, packages[parent]?.dev === true);
	}
	const sorted = Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
	return { ...lock, packages: Object.fromEntries(sorted) };
}

/**
 * @param {string} name
 * @param {string} version
 * @param {boolean} dev
 * @returns {LockedPackage}
 */
function platformEntry(name, version, dev) {
	const words = name.slice(name.lastIndexOf('/') + 1).split('-');
	const os = pick(words, SYSTEMS);
	const libc = pick(words, C_LIBRARIES);
	const cpu = PROCESSORS.filter((processor) => words.includes(processor));
	if (!/^\d+\.\d+\.\d+/.test(version) || cpu.length === 0) {
		throw new Error(`Cannot tell the platform of ${name}@${version} from its name: add it to the lock file by hand`);
	}
	return {
		version,
		cpu,
		...(dev && { dev }),
		...(libc.length > 0 && { libc }),
		optional: true,
		...(os.length > 0 && { os }),
	};
}

/**
 * @param {readonly string[]} words
 * @param {Readonly<Record<string, string>>} table
 */
function pick(words, table) {
	return words.flatMap((word) => (Object.hasOwn(table, word) ? [/** @type {string} */ (table[word])] : []));
}

/**
 * Whether `name`, asked for by the package at `parent`, is found by the way Node looks for it: next to it, then upwards.
 * @param {Lock} lock
 * @param {string} parent
 * @param {string} name
 */
function isLocked(lock, parent, name) {
	for (let folder = parent; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
		if (`${folder === '' ? '' : `${folder}/`}node_modules/${name}` in lock.packages) return true;
		if (folder === '') return false;
	}
}
