package app.vstrivia.api.moderation;

import app.vstrivia.api.audit.Actor;
import app.vstrivia.api.platform.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A kind of thing that is shown to others only when it is approved, or until it is reported and refused. */
public interface Reviewed {
    /** Names the kind in rows, for ever: ASCII, 16 characters at most. */
    String kind();

    /**
     * Notes the decision at the thing, which is locked; whether there is such a thing. Fails with {@link OwnThing}.
     *
     * @param reason in the moderator's words; null for none
     */
    Uni<Boolean> decided(Transaction transaction, UUID thing, Decision decision, String reason, Actor by);

    /** Where a moderator finds what there is to see, for those that there are. */
    Uni<Map<UUID, URI>> previews(List<UUID> things);
}
