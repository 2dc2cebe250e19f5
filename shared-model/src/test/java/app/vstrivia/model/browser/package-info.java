/**
 * Runs scripts in a headless Chromium: the tests of what is written in TypeScript, and its type checker. Nothing is
 * needed but an installed browser; where there is none, such tests are skipped and say so in one line.
 */
package app.vstrivia.model.browser;
