/**
 * The realtime service against rival servers, under a load generator and a harness that are not part of this project: a
 * folder that the user names. It is copied, the copy is patched ({@code bench/captures.patch}) so that each of its clients
 * can have an access token of its own, and it gets an adapter that tells it how to start and speak to this service.
 *
 * <p>What must never happen: a change to the user's folder, or a token or password in a command line.
 */
package app.vstrivia.local.bench.compare;
