package app.vstrivia.realtime.testing;

import app.vstrivia.embedded.EmbeddedServices;
import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.match.Pace;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/** What every test of the running service has: a database, a Redis-protocol server, an issuer and matches to play. */
@WithTestResource(EmbeddedServices.class)
@WithTestResource(Issuer.class)
public abstract class Fixture {
    private static final int STARTS_IN_MS = 300;

    @TestHTTPResource("/v1/socket")
    protected URI socket;

    @Inject
    protected Matches matches;

    /**
     * A match whose first round is open.
     *
     * @param seated who has a socket
     * @param others who have none
     */
    protected OpenRound openRound(int rounds, Pace pace, List<PlayerId> seated, PlayerId... others) {
        List<TestSocket> sockets = seated.stream()
                .map(player -> TestSocket.open(socket, player).hello())
                .toList();
        PlayerId[] all = Stream.concat(seated.stream(), Stream.of(others)).toArray(PlayerId[]::new);
        return new OpenRound(matches.duel(rounds, pace, STARTS_IN_MS, all), sockets);
    }

    protected static String join(MatchId match) {
        return "{'type':'join','id':'j','match':'" + match + "'}";
    }

    protected static String answer(String id, MatchId match, int round, int choice, int elapsed) {
        return "{'type':'answer','id':'" + id + "','match':'" + match + "','round':" + round + ",'choices':[" + choice
                + "],'elapsed':" + elapsed + "}";
    }
}
