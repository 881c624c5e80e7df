#!/usr/bin/env node
// Run after every change of a dependency: npm run lock
//
// A registry mirror may lack the builds of a package for other systems. `npm install` then leaves them out of the lock file,
// and `npm ci` refuses that lock everywhere ("Missing: … from lock file"). This adds them, and drops addresses of private hosts.
import { readFileSync, writeFileSync } from 'node:fs';
import { completeLock, foreignEntries, missingOptional } from './lockfile.mjs';

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));
const missing = missingOptional(lock);
const foreign = foreignEntries(lock);

writeFileSync(file, `${JSON.stringify(completeLock(lock), null, 2)}\n`);
console.log(
	`package-lock.json: ${missing.length} platform packages added, ${foreign.length} foreign addresses removed`,
);
for (const { name, version } of missing) console.log(`  ${name}@${version}`);
