/**
 * The JDBC connections (migrations, dealing out jobs): they believe whom the reactive ones believe.
 *
 * <p>What must never happen: a password that is told to somebody who only says to be the database.
 */
package app.vstrivia.api.platform.database;
