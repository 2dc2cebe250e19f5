/** How the commands speak to the person who typed them: lines, progress, failures that are sentences, exit codes. */
package app.vstrivia.local.terminal;
