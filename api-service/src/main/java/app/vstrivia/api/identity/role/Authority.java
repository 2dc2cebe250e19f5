package app.vstrivia.api.identity.role;

import java.util.Set;

/**
 * What a player may do at a moment.
 *
 * @param at in ms since 1970-01-01 UTC, by the database's clock, not later than the roles were read
 * @param groups as a token names them
 */
public record Authority(long at, Set<String> groups) {}
