package app.vstrivia.api.contract;

import app.vstrivia.api.support.Operator;
import app.vstrivia.api.support.TestPlayer;
import java.util.Random;

/** Who asks: nobody, a player, an author, an operator, somebody with a token that is none. */
final class Callers {
    /**
     * Requests may cost a player the access, so that there is a new one now and then; but not before most operations have
     * met what others of the same player have made.
     */
    private static final int PLAYER_LASTS = 250;

    private final String admin = Operator.token("admin");
    private final Random random;
    private TestPlayer player;
    private int left;

    Callers(Random random) {
        this.random = random;
    }

    /** A token, or null for nobody. */
    String token() {
        if (left-- <= 0) {
            player = random.nextInt(4) > 0
                    ? TestPlayer.with("author")
                    : TestPlayer.register("Fuzz " + random.nextInt(10_000));
            left = PLAYER_LASTS;
        }
        int which = random.nextInt(20);
        return which < 13 ? player.token() : which < 17 ? admin : which < 19 ? null : "e30.e30.junk";
    }
}
