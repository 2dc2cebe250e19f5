package app.vstrivia.api.identity.role;

import java.util.Set;

/**
 * Who a player is, and what the player may do.
 *
 * @param name the player's display name
 * @param groups as a token names them
 */
public record Authority(String name, Set<String> groups) {}
