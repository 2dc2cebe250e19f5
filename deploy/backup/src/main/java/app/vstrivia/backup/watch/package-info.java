/** What operators see of backups without looking: figures, and notices to a chat. */
package app.vstrivia.backup.watch;
