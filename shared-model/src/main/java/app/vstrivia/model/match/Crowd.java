package app.vstrivia.model.match;

/** Where a match begins to be too large for its players to be told everything of each other. */
public final class Crowd {
    /**
     * Up to this many players each coming and going is an event for all of them. Beyond, an event each would be as many
     * deliveries as players times players: the readers of the match are told a count now and then, and who left is told so
     * on the own stream.
     */
    public static final int TOLD_ONE_BY_ONE = 100;

    private Crowd() {}
}
