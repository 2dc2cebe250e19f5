package app.vstrivia.realtime.testing;

import app.vstrivia.embedded.EmbeddedServices;
import app.vstrivia.model.id.MatchId;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;

/** What every test of the running service has: a database, a Redis-protocol server, an issuer and matches to play. */
@WithTestResource(EmbeddedServices.class)
@WithTestResource(Issuer.class)
public abstract class Fixture {
    @TestHTTPResource("/v1/socket")
    protected URI socket;

    @Inject
    protected Matches matches;

    protected static String join(MatchId match) {
        return "{'type':'join','id':'j','match':'" + match + "'}";
    }

    protected static String answer(String id, MatchId match, int round, int choice, int elapsed) {
        return "{'type':'answer','id':'" + id + "','match':'" + match + "','round':" + round + ",'choices':[" + choice
                + "],'elapsed':" + elapsed + "}";
    }
}
