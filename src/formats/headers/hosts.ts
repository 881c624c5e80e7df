import { htaccess } from './apache.ts';
import { caddyfile } from './caddy.ts';
import { headersFile } from './headers-file.ts';
import { nginxConf } from './nginx.ts';
import type { Place } from './place.ts';
import { vercelJson } from './vercel.ts';

/** A web host that can be told which headers a site has. */
export interface Host {
	/** What the text is called there, or what it is part of. */
	readonly file: string;
	readonly text: (place: Place) => string;
}

export const HOSTS = {
	netlify: { file: '_headers', text: headersFile },
	cloudflare: { file: '_headers', text: headersFile },
	vercel: { file: 'vercel.json', text: vercelJson },
	nginx: { file: 'a file that a server block includes', text: nginxConf },
	apache: { file: '.htaccess', text: htaccess },
	caddy: { file: 'part of a site block of the Caddyfile', text: caddyfile },
} as const satisfies Readonly<Record<string, Host>>;

export type HostName = keyof typeof HOSTS;
