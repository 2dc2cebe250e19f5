package app.vstrivia.model.identity;

import app.vstrivia.model.id.PlayerId;

/**
 * Access that ended at {@code at} (ms since 1970-01-01 UTC): of one device, or of all if {@code device} is null.
 *
 * @param renewable whether it is only the tokens that are void, so that a device gets the next ones: those of a player
 *     whose roles changed, or who became another one
 */
public record Revocation(PlayerId player, String device, long at, boolean renewable) {
    /**
     * Whether it makes a token void: within the same millisecond, too, as it may have come later in it.
     *
     * @param tokenDevice the device that the token belongs to; null if to none
     * @param issuedAt when the token was issued, in ms since 1970-01-01 UTC
     */
    public boolean concerns(PlayerId tokenPlayer, String tokenDevice, long issuedAt) {
        return player.equals(tokenPlayer) && (device == null || device.equals(tokenDevice)) && issuedAt <= at;
    }
}
