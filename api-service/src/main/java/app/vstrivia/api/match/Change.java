package app.vstrivia.api.match;

import app.vstrivia.model.id.PlayerId;

/** That somebody wants to come into a match, or to leave it. */
sealed interface Change {
    PlayerId player();

    /** @param capacity how many players there may be at most */
    record Join(Entrant entrant, int capacity) implements Change {
        @Override
        public PlayerId player() {
            return entrant.id();
        }
    }

    /** By the player's own wish. */
    record Leave(PlayerId player) implements Change {}

    /**
     * What became of it.
     *
     * @param admission null for one that left
     * @param known whether the player has ever been in the match
     */
    record Outcome(Admission admission, boolean known) {}
}
