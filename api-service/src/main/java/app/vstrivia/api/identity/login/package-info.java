/**
 * Who signed in when, from which device, with what and from where ({@code login}). Renewals of tokens are no sign-ins.
 *
 * <p>What must never happen: tokens for somebody whose sign-in could not be recorded.
 */
package app.vstrivia.api.identity.login;
