// Runs before the first paint, so it is a file of its own that blocks: a module would run later and the page would flash.
document.documentElement.dataset.js = '';
try {
	const theme = localStorage.getItem('theme');
	if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
	// Storage can be forbidden; the page then follows the system.
}
