package app.vstrivia.realtime.socket;

import app.vstrivia.model.protocol.ErrorCode;
import io.smallrye.mutiny.Uni;

/** Answers a message with an error, and counts it against its sender. */
interface Refusal {
    Uni<Void> refuse(ErrorCode code, String message, String id);
}
