/** The way back: a dump into an empty database, the binary log up to a second, new epochs; and whether that worked. */
package app.vstrivia.backup.restore;
