/** Namespaces whose elements do something in a browser; those of drawing programs do nothing. */
export const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';
const ACTIVE_NAMESPACES = new Set([
	'',
	'http://www.w3.org/1999/xhtml',
	'http://www.w3.org/1998/Math/MathML',
	'http://www.w3.org/2001/xml-events',
	'http://www.w3.org/1999/XSL/Transform',
	'http://www.w3.org/2001/XInclude',
]);

/** What draws. Left out is what runs (`script`, `handler`), brings a page (`foreignObject`), or changes an address later. */
const ELEMENTS = new Set(
	`a animate animateMotion animateTransform circle clipPath cursor defs desc ellipse feBlend feColorMatrix feComponentTransfer
	feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG
	feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile
	feTurbulence filter font font-face font-face-name g glyph hatch hatchpath hkern image line linearGradient marker mask metadata
	missing-glyph mpath path pattern polygon polyline radialGradient rect set solidcolor stop style svg switch symbol text textPath
	title tref tspan use view vkern`.split(/\s+/),
);

const FUNCTIONS = new Set(
	`attr calc circle clamp color color-mix cubic-bezier drop-shadow ellipse hsl hsla inset is lab lch linear-gradient local matrix
	matrix3d max media min minmax not nth-child nth-last-child nth-of-type oklab oklch opacity path perspective polygon
	radial-gradient repeat rgb rgba rotate rotate3d rotatex rotatey rotatez scale scale3d scalex scaley selector skew skewx skewy
	steps translate translate3d translatex translatey translatez var where blur brightness contrast grayscale hue-rotate invert
	saturate sepia and or supports format`.split(/\s+/),
);

export function isAllowedElement(name: string, namespace: string): boolean {
	return namespace === SVG_NAMESPACE ? ELEMENTS.has(name) : !ACTIVE_NAMESPACES.has(namespace);
}

/** Whether an attribute can stay: `name` without its prefix, `element` the name of what it stands on. */
export function isAllowedAttribute(name: string, namespace: string, value: string, element: string): boolean {
	if (namespace === 'http://www.w3.org/2000/xmlns/') return true;
	const key = name.toLowerCase();
	if (key.startsWith('on') || key === 'base' || key === 'src' || key === 'ping' || key === 'target') return false;
	if (key === 'href') return isAllowedAddress(value, element);
	if (key === 'attributename') return !/^(?:.*:)?href$|^on|^style$|^src$/i.test(value.trim());
	return isHarmlessStyle(value);
}

/** A place in the same file; for a link the web, for a picture bytes of a picture that is no program. */
function isAllowedAddress(value: string, element: string): boolean {
	const address = value.trim();
	if (address.startsWith('#') || address === '') return true;
	if (element === 'a') return /^(?:https?|mailto):/i.test(address);
	return (element === 'image' || element === 'feImage') && /^data:image\/(?:png|jpe?g|gif|webp);base64,/i.test(address);
}

/**
 * Whether CSS, or the value of a property, can load nothing: only functions that are known to load nothing, `url()` of a place
 * in the same file, and no rule that imports. Escapes could spell any name, so there are none.
 */
export function isHarmlessStyle(css: string): boolean {
	if (!/[(@\\]/.test(css)) return true;
	if (css.includes('\\')) return false;
	for (const [, rule = ''] of css.matchAll(/@([\w-]*)/g)) {
		if (!/^(?:media|keyframes|-webkit-keyframes|supports)$/i.test(rule)) return false;
	}
	for (const { 1: name = '', index, 0: found } of css.matchAll(/(?<![\w-])([\w-]*)\(/g)) {
		const inside = css.slice(index + found.length, index + found.length + 8);
		if (name.toLowerCase() === 'url' ? !/^\s*["']?#/.test(inside) : name !== '' && !FUNCTIONS.has(name.toLowerCase())) {
			return false;
		}
	}
	return true;
}
