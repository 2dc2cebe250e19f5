/** The one clock of the game: the database's, which every replica follows. */
package app.vstrivia.realtime.platform.time;
