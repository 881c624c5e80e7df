/** Site path of the picture that a link to a rule is shown with. */
export function previewImagePath(pack: string, stem: string): string {
	return `/og/${encodeURI(pack)}/${encodeURI(stem)}.png`;
}
