/** Names that stand for something in a page or a program: as ids, classes, tags and keys they must not take its place. */
const TAKEN = [
	...['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString', 'valueOf', 'body', 'head', 'cookie'],
	...['documentElement', 'getElementById', 'createElement', 'querySelector', 'location', 'attributes', 'children'],
	...['parentNode', 'innerHTML', 'content', 'search-input', 'sections', 'footnote-label', 'note-fn-1', 'pagefind'],
	...['undefined', 'null', 'NaN', 'true', 'index', 'index.html', 'con', 'nul', 'aux', '..', '.', '-'],
];

/** Elements that put themselves in the place of what a script asks a page for. */
const CLOBBERING = [
	'<img name=cookie>',
	'<img name=getElementById>',
	'<form name=body><input name=attributes></form>',
	'<form id=document><input name=body></form>',
	'<a id=location href=javascript:§>',
	'<a id=config><a id=config name=url href=javascript:§>',
	'<form id=x><output id=y>§</output></form>',
	'<form onsubmit=§><input name=nodeName></form>',
	'<form onmouseover=§><input name=parentNode></form>',
	'<form><input name=removeChild><input name=setAttribute></form>',
	'<iframe name=x srcdoc="<a id=y href=javascript:§></a>"></iframe>',
	'<object name=pagefind></object>',
	'<embed name=scripts>',
	'<input id=search-input value="x">',
	'<main id=content></main>',
	'<div id=pagefind data-search></div>',
	'<div data-copy="§" data-browser data-not-found></div>',
	'<html data-base="//xss.invalid/">',
	'<base href="//xss.invalid/">',
	'<div class="code"><code>§</code></div>',
];

/** Expressions of template languages, and text that programs which write pages take for their own. */
const TEMPLATES = [
	"{{constructor.constructor('§')()}}",
	"{{_c.constructor('§')()}}",
	'{{ 7*7 }}{{fn}}',
	`\${§}`,
	`<%= § %>`,
	'#{§}',
	'{%raw%}{{§}}',
	'<!--#exec cmd="x"-->',
	'<?php echo "§" ?>',
	'{<script>§</script>}',
	'<Fragment set:html="<img src=x onerror=§>" />',
	'<script is:inline>§</script>',
	'<astro-island component-url="data:text/javascript,§" client="load">',
	'{@html "<img src=x onerror=§>"}',
	'import x from "data:text/javascript,§"',
	'export const x = (() => { § })()',
	'<mark>a</mark><mark><img src=x onerror=§></mark>',
	'</mark><img src=x onerror=§><mark>',
	'&lt;mark&gt;&lt;img src=x onerror=§&gt;',
	'`<img src=x onerror=§>`',
	'``</code><img src=x onerror=§>``',
	'` ` `</code>`<svg/onload=§>',
	'\u0000<svg/onload=§>',
	'\ud800<svg/onload=§>',
	'"><svg/onload=§>\u2028//',
	'$&<svg/onload=§>$1$`',
	'\\"><svg/onload=§>',
	'\u202e<svg/onload=§>\u2066',
];

export const NAME_VECTORS: readonly string[] = [...TAKEN, ...CLOBBERING, ...TEMPLATES];
