/**
 * What a page may load: its own files and nothing else. No inline script, no inline style, no third party;
 * WebAssembly is compiled because the search engine is made of it.
 */
export const CONTENT_SECURITY_POLICY = [
	"default-src 'none'",
	"script-src 'self' 'wasm-unsafe-eval'",
	"style-src 'self'",
	"img-src 'self'",
	"connect-src 'self'",
	"worker-src 'self'",
	"base-uri 'none'",
	"form-action 'self'",
].join('; ');
