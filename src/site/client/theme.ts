const KEY = 'theme';
const THEMES = ['system', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

const SIGNS: Readonly<Record<Theme, string>> = { system: '◐', light: '○', dark: '●' };

/** Puts the theme button into the site's menu: each press goes on from the system's theme to light, to dark, and back. */
export function addThemeToggle(root: ParentNode): void {
	const button = document.createElement('button');
	button.type = 'button';
	button.className = 'theme';
	button.addEventListener('click', () => {
		apply(THEMES[(THEMES.indexOf(current()) + 1) % THEMES.length] ?? 'system');
		label(button);
	});
	label(button);
	root.querySelector('.site-header nav')?.append(button);
}

function current(): Theme {
	const { theme } = document.documentElement.dataset;
	return theme === 'light' || theme === 'dark' ? theme : 'system';
}

function apply(theme: Theme): void {
	if (theme === 'system') {
		delete document.documentElement.dataset.theme;
	} else {
		document.documentElement.dataset.theme = theme;
	}
	try {
		if (theme === 'system') {
			localStorage.removeItem(KEY);
		} else {
			localStorage.setItem(KEY, theme);
		}
	} catch {
		// Without storage the choice holds for this page.
	}
}

function label(button: HTMLButtonElement): void {
	const theme = current();
	const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system';
	button.textContent = SIGNS[theme];
	button.setAttribute('aria-label', `Theme: ${theme}. Switch to ${next}`);
	button.title = `Theme: ${theme}`;
}
