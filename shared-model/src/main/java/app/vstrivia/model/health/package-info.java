/** The question whether a service is ready, for those who can run a program in its container but have no shell there. */
package app.vstrivia.model.health;
