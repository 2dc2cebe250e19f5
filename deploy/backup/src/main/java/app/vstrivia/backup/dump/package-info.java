/**
 * The dumps: making one, finding those that are whole, loading one, and which are kept. A dump is there once its manifest is,
 * which is written last.
 */
package app.vstrivia.backup.dump;
