/**
 * Files that are too large for the database, in a bucket of an S3 server that nobody reads without a link. A link is
 * good for minutes, for one file, and for fetching only. What everybody may have is in a second bucket, for ever as it is.
 *
 * <p>What must never happen: a file that is on its way to or from the bucket in the memory of a service as a whole, or
 * a key that somebody else than this code chose.
 */
package app.vstrivia.api.platform.storage;
