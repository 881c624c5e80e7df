// Part of every page while it is served by `rulepress dev`, and of no page that is built: shows the page anew when it has
// changed, and says what is wrong with the file that it is made from.
const script = document.currentScript;
const address = new URL('events', script.src);
address.searchParams.set('page', location.pathname);
address.searchParams.set('tag', script.dataset.tag);

const box = document.createElement('aside');
box.setAttribute('role', 'alert');
box.className = 'rulepress-notice';

// A policy that forbids inline styles does not forbid this.
const looks = new CSSStyleSheet();
looks.replaceSync(`
.rulepress-notice {
	position: fixed; inset: auto 1rem 1rem; z-index: 100; max-height: 50vh; overflow: auto; padding: 0.75rem 1rem;
	border: 2px solid #c4302b; border-radius: 6px; background: Canvas; color: CanvasText; font-size: 0.9rem;
}
.rulepress-notice p { margin: 0.25rem 0; }
.rulepress-notice code { display: block; font-weight: 600; overflow-wrap: anywhere; }
`);
document.adoptedStyleSheets.push(looks);

let source = null;
let newest = null;

// Browsers open few connections to one host: pages that nobody sees leave theirs to others.
function listen() {
	source?.close();
	source = null;
	if (document.hidden) return;
	source = new EventSource(address);
	source.addEventListener('reload', ({ data }) => renew(data));
	source.addEventListener('notices', ({ data }) => show(JSON.parse(data)));
}

/** A rule takes the place of the one that is shown, which is faster than a reload and stays where it was scrolled to. */
function renew(tag) {
	const request = new XMLHttpRequest();
	newest = request;
	request.open('GET', location.pathname + location.search);
	request.responseType = 'document';
	request.addEventListener('loadend', () => {
		if (request !== newest) return;
		const next = request.status === 200 ? request.response : null;
		if (next === null || !isLike(next)) return location.reload();
		const content = document.importNode(next.querySelector('main'), true);
		document.querySelector('main').replaceWith(content);
		document.title = next.title;
		content.dispatchEvent(new Event('rulepress:replaced', { bubbles: true }));
		address.searchParams.set('tag', tag);
	});
	request.send();
}

/** Whether both are a rule, and need the same styles and scripts: those of other pages look at their page only once. */
function isLike(next) {
	const isRule = (page) => page.querySelector('main > .rule') !== null && page.querySelector('main script') === null;
	const needed = (page) =>
		[...page.querySelectorAll('link[rel="stylesheet"], script[src]')]
			.map((one) => one.getAttribute('href') ?? one.getAttribute('src'))
			.join('\n');
	return isRule(document) && isRule(next) && needed(document) === needed(next);
}

function show(notices) {
	box.replaceChildren(
		...notices.map(({ place, text }) => {
			const line = document.createElement('p');
			const where = document.createElement('code');
			where.textContent = place;
			line.append(where, text);
			return line;
		}),
	);
	if (notices.length === 0) box.remove();
	else document.body.append(box);
}

document.addEventListener('visibilitychange', listen);
document.addEventListener('DOMContentLoaded', listen);
