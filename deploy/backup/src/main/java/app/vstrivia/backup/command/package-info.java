/** The commands, one class each: what stands on the command line, and the steps in their order. */
package app.vstrivia.backup.command;
