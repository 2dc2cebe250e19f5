package app.vstrivia.api.matchmaking;

import app.vstrivia.api.match.Entrant;
import app.vstrivia.model.id.PlayerId;
import java.security.SecureRandom;
import java.util.List;

/** Makes opponents for those whom nobody plays. A bot exists in its match only. */
final class Bots {
    private static final int BEST = 3;
    private static final List<String> NAMES = List.of(
            "Robo Remy",
            "Quizzy Bot",
            "Professor Beep",
            "Tin Tilda",
            "Gizmo Bot",
            "Captain Circuit",
            "Pixel Bot",
            "Bolt Bertie",
            "Ada Bot",
            "Rusty Bot");
    private static final SecureRandom RANDOM = new SecureRandom();

    private Bots() {}

    static Entrant random() {
        String name = NAMES.get(RANDOM.nextInt(NAMES.size()));
        return new Entrant(PlayerId.next(), name, 1 + RANDOM.nextInt(BEST));
    }
}
