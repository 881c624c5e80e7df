/** The schema that our SARIF files name: that of the standard with its first errata, which GitHub and validators ask for. */
export const SARIF_SCHEMA =
	'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
