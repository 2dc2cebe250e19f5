/**
 * The binary log: read from the server as a replica does, kept in sealed pieces, and replayed up to a second.
 *
 * <p>A log of the server is a folder, and its pieces, in their order, are what the server's own file has, byte for byte. The
 * names tell where each begins and ends and after which log a log came, so that what is missing is seen without reading.
 */
package app.vstrivia.backup.log;
