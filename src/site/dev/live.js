// Part of every page while it is served by `rulepress dev`, and of no page that is built: reloads the page when it has
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

// Browsers open few connections to one host: pages that nobody sees leave theirs to others.
function listen() {
	source?.close();
	source = null;
	if (document.hidden) return;
	source = new EventSource(address);
	source.addEventListener('reload', () => location.reload());
	source.addEventListener('notices', ({ data }) => show(JSON.parse(data)));
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
