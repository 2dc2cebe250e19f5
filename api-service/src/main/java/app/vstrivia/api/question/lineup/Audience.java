package app.vstrivia.api.question.lineup;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import java.util.List;

/** For whom a lineup is: what they met lately comes only when there is not enough else. */
public sealed interface Audience {
    /** These players. */
    record Players(List<PlayerId> players) implements Audience {
        public Players {
            players = List.copyOf(players);
        }
    }

    /** Those who are in the match, the first hundred of them. */
    record Members(MatchId match) implements Audience {}

    /** Nobody in particular. */
    static Audience anybody() {
        return new Players(List.of());
    }
}
