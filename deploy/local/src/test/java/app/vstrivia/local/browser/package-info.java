/**
 * The page in a real browser, against the whole system: what a player sees, does and keeps. A browser is looked for on
 * the machine and else fetched; where neither works, these tests are skipped and say so in one line.
 */
package app.vstrivia.local.browser;
