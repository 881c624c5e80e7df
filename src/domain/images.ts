/** True for the name of an image that may be published. Nothing else of a pack is: a page or a script would run with the rights of the site. */
export function isPublishedImage(file: string): boolean {
	return /\.(?:png|jpe?g|gif|webp|avif|svg)$/i.test(file);
}
