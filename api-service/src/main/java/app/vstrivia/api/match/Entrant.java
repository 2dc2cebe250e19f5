package app.vstrivia.api.match;

import app.vstrivia.model.id.PlayerId;

/** Somebody who enters a match under a name; {@code bot} is a bot's skill, 1 to 3, and 0 for a person. */
public record Entrant(PlayerId id, String name, int bot) {
    public Entrant {
        if (bot < 0 || bot > 3) {
            throw new IllegalArgumentException("a bot's skill is 1 to 3");
        }
    }

    public static Entrant person(PlayerId id, String name) {
        return new Entrant(id, name, 0);
    }

    public boolean isBot() {
        return bot > 0;
    }
}
