/** What both services know of access tokens: their claims, and which of them are void before they expire. */
package app.vstrivia.model.identity;
