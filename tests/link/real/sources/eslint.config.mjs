import tseslint from 'typescript-eslint';

export default [
	...tseslint.configs.recommended,
	{ files: ['*.ts'], rules: { 'no-eval': 'error', 'no-debugger': 'error' } },
];
