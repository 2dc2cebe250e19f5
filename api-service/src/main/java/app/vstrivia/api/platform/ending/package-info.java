/** How a process ends: requests that run are answered first, and nothing else is waited for. */
package app.vstrivia.api.platform.ending;
