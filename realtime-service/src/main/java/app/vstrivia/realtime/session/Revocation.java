package app.vstrivia.realtime.session;

import app.vstrivia.model.id.PlayerId;

/** Access that ended at {@code at} (ms since 1970-01-01 UTC): of one device, or of all if {@code device} is null. */
record Revocation(PlayerId player, String device, long at) {
    boolean concerns(Caller caller) {
        return player.equals(caller.player())
                && (device == null || device.equals(caller.device()))
                && caller.issued() < at;
    }
}
