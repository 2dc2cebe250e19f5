/**
 * What players may do besides playing ({@code player_role}), and how the first admin comes to be ({@code admin_claim}). A
 * token names the roles that its player had when it was issued; when they change, the tokens that are out become void.
 *
 * <p>What must never happen: a system whose last admin is gone, a second claim that succeeds, or a token with a role that
 * was taken before.
 */
package app.vstrivia.api.identity.role;
