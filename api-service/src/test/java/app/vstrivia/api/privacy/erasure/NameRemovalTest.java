package app.vstrivia.api.privacy.erasure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.match.EndReason;
import app.vstrivia.model.protocol.MatchEvent;
import app.vstrivia.model.protocol.ProtocolCodec;
import app.vstrivia.model.protocol.Standing;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NameRemovalTest {
    private final PlayerId ada = PlayerId.next();
    private final PlayerId bob = PlayerId.next();

    @Test
    void theNameOfWhoCameGoes() {
        MatchEvent.PlayerJoined joined =
                new MatchEvent.PlayerJoined(new MatchEvent.PlayerJoined.Player(ada, "Ada \uD83C\uDFB2", false), 3);

        String nameless = NameRemoval.from(ProtocolCodec.encodeBody(joined), Set.of());

        assertEquals(
                new MatchEvent.PlayerJoined(new MatchEvent.PlayerJoined.Player(ada, "", false), 3),
                ProtocolCodec.decodeBody(nameless, MatchEvent.PlayerJoined.class));
    }

    @Test
    void ofTheStandingsOnlyTheOwnNameGoes() {
        MatchEvent.Finished finished = new MatchEvent.Finished(
                EndReason.COMPLETED,
                List.of(new Standing(bob, "Bob", 9, 1, 1), new Standing(ada, "Bob", 8, 1, 2)),
                "00",
                List.of());

        String nameless = NameRemoval.from(ProtocolCodec.encodeBody(finished), Set.of(bob.toString()));

        assertEquals(
                List.of(new Standing(bob, "Bob", 9, 1, 1), new Standing(ada, "", 8, 1, 2)),
                ProtocolCodec.decodeBody(nameless, MatchEvent.Finished.class).standings());
    }

    @Test
    void whatNamesOnlyThoseWhoKeepTheirNameStaysAsItIs() {
        String payload = ProtocolCodec.encodeBody(
                new MatchEvent.PlayerJoined(new MatchEvent.PlayerJoined.Player(bob, "Bob", false), 3));

        assertEquals(payload, NameRemoval.from(payload, Set.of(bob.toString())));
    }
}
