import fc from "fast-check";

/**
 * The same properties are tried in every run, so that a change is blamed only for what it
 * broke. `SEED=random npm test` looks further; a number repeats what such a run found.
 */
const { SEED: wanted = "1" } = process.env;

if (wanted !== "random") fc.configureGlobal({ seed: Number(wanted) });
