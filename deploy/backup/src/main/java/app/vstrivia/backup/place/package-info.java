/** Where backups are kept: a directory (a volume), and a bucket. Both hold the same keys. */
package app.vstrivia.backup.place;
