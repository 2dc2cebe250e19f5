/**
 * Players are forgotten a week after they asked for it, unless they sign in before. Results of matches stay, without a
 * name. One job does it, in steps that can each be done again: first the player goes, so that nobody can come back half
 * way; then what refers to the player, a bounded part at a time.
 *
 * <p>What must never happen: a name, or an identifier of a device, that outlives its player; but for the audit,
 * which tells of acts by identifiers and addresses for as long as the README says.
 */
package app.vstrivia.api.privacy.erasure;
