package app.vstrivia.local.prove.check;

import com.fasterxml.jackson.databind.JsonNode;

/** How far a stream has been read. */
record Position(long epoch, long seq) {
    static Position of(JsonNode json) {
        return new Position(json.path("epoch").asLong(), json.path("seq").asLong());
    }

    boolean isFollowedBy(Position next) {
        return next.epoch == epoch && next.seq == seq + 1;
    }
}
