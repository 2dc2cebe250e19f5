package app.vstrivia.api.moderation;

import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.model.id.PlayerId;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A kind of thing that is shown to others only when it is approved. */
public interface Reviewed {
    /** Names the kind in rows, for ever: ASCII, 16 characters at most. */
    String kind();

    /**
     * Notes the decision at the thing, which is locked; whether there is such a thing. Fails with {@link OwnThing}.
     *
     * @param by null for an operator, who is no player
     */
    Uni<Boolean> decided(Transaction transaction, UUID thing, Decision decision, PlayerId by);

    /** Where a moderator finds what there is to see, for those that there are. */
    Uni<Map<UUID, URI>> previews(List<UUID> things);
}
