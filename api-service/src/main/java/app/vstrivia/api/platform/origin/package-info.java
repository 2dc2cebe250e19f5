/** Where a request comes from, for those who note it. */
package app.vstrivia.api.platform.origin;
