/**
 * Backups of the database, and the way back from them: {@link app.vstrivia.backup.Main} has the commands.
 *
 * <p>A backup is a dump and, from its moment on, the binary log. Both are encrypted before they leave this process, under names
 * that are part of what is encrypted: a file that was renamed, exchanged or cut is not opened.
 *
 * <p>What must never happen: half a backup that is taken for one, a restore that leaves out what was acknowledged and does not
 * say so, a password or a key in a list of processes or in a log, and a retention that deletes the newest backup there is.
 */
package app.vstrivia.backup;
