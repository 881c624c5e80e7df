/**
 * A copy of an object in which some properties have other values. Prototype, getters and hidden properties are kept;
 * the original is left as it is, frozen or not.
 */
export function copyWith<T extends object>(original: T, changes: Partial<T>): T {
	const values = Object.entries(changes).map(
		([key, value]) => [key, { value, writable: true, enumerable: true, configurable: true }] as const,
	);
	const descriptors = { ...Object.getOwnPropertyDescriptors(original), ...Object.fromEntries(values) };
	return Object.create(Object.getPrototypeOf(original), descriptors);
}
