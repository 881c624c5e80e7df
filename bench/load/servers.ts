import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Running, start } from '../harness/measure.ts';
import { ROOT } from '../harness/project.ts';
import { freePort, until } from '../harness/waiting.ts';
import { rulepress } from '../peers/rulepress.ts';

/** A site that is served. */
export interface Served {
	readonly name: string;
	/** With a slash at the end. */
	readonly url: string;
	readonly running: Running;
}

/** The site of the project in `folder`, served by `rulepress preview`. */
export async function servePreview(folder: string, base: string): Promise<Served> {
	const port = await freePort();
	const running = start(rulepress(folder, ['preview', '--port', String(port), '--base', base]));
	return await answering({ name: 'rulepress preview', url: `http://127.0.0.1:${port}${base}`, running });
}

/** The same served by nginx with the text of `rulepress headers nginx`, in a server block that holds nothing else. */
export async function serveNginx(nginx: string, folder: string, base: string): Promise<Served> {
	const port = await freePort();
	const home = join(folder, 'nginx');
	await mkdir(home, { recursive: true });
	const args = [join(ROOT, 'bin/rulepress.mjs'), 'headers', 'nginx', '--base', base];
	const site = execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
	await writeFile(join(home, 'site.conf'), site);
	await writeFile(join(home, 'nginx.conf'), serverConf(home, port));
	const running = start({
		program: nginx,
		args: ['-p', home, '-c', join(home, 'nginx.conf'), '-e', join(home, 'error.log')],
		folder: home,
	});
	const name = execFileSync(nginx, ['-v'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
	return await answering({ name: name.trim() || 'nginx', url: `http://127.0.0.1:${port}${base}`, running });
}

/** Everything that nginx writes lies in `home`. */
function serverConf(home: string, port: number): string {
	const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
		.map((name) => `\t${name}_temp_path "${home}/${name}";`)
		.join('\n');
	// Started by root, it would work as an account that may not look into a temporary folder.
	const account = process.getuid?.() === 0 ? 'user root;\n' : '';
	return `daemon off;
${account}worker_processes auto;
pid "${home}/nginx.pid";
error_log "${home}/error.log";
events {}
http {
${temporary}
	access_log off;
	sendfile on;
	server {
		listen 127.0.0.1:${port};
		include "${home}/site.conf";
	}
}
`;
}

async function answering(served: Served): Promise<Served> {
	await until(async () => (await fetch(served.url)).status > 0, 100, served.running);
	return served;
}
