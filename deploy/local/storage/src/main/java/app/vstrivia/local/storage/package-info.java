/**
 * The S3 server that comes with the project: within the launcher's process, or as one of its own ({@link
 * app.vstrivia.local.storage.S3Process}) for tests, whose class path its many libraries must not touch.
 */
package app.vstrivia.local.storage;
