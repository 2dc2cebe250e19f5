/** The database server and its own programs, MySQL's or MariaDB's. */
package app.vstrivia.backup.database;
