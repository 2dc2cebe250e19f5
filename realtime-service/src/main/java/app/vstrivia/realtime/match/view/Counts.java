package app.vstrivia.realtime.match.view;

import app.vstrivia.model.protocol.ServerMessage.Progress;

/** When the counts of a match were last asked for, and what was told of them. Used by {@link Tally} alone. */
final class Counts {
    private static final int SMALL = 1_000;
    private static final int LARGE = 5_000;
    private static final int OFTEN_MS = 250;
    private static final int SELDOM_MS = 1_000;
    private static final int RARELY_MS = 2_000;

    private volatile boolean answered;
    private long progressAt;
    private long presenceAt;
    private boolean playersChanged;
    private Progress told;
    private int toldPlayers = -1;

    /** Somebody answered here. */
    void answered() {
        answered = true;
    }

    /** Who answers elsewhere is noticed by looking now and then. */
    boolean progressIsDue(long nowMs, int players) {
        return nowMs - progressAt >= (answered ? pauseMs(players) : RARELY_MS);
    }

    boolean presenceIsDue(long nowMs, int players) {
        return nowMs - presenceAt >= (playersChanged ? pauseMs(players) : RARELY_MS);
    }

    void askedForProgress(long nowMs) {
        progressAt = nowMs;
        answered = false;
    }

    void askedForPresence(long nowMs) {
        presenceAt = nowMs;
    }

    /** Whether it differs from what was told before. */
    boolean isNews(Progress progress) {
        boolean news = progress.answered() > 0 && !progress.equals(told);
        told = progress;
        return news;
    }

    boolean isNews(int players) {
        playersChanged = players != toldPlayers;
        toldPlayers = players;
        return playersChanged;
    }

    /** The more there are to tell, the less often: 4,000 to 5,000 messages a second for each match and replica. */
    private static int pauseMs(int players) {
        return players <= SMALL ? OFTEN_MS : players <= LARGE ? SELDOM_MS : RARELY_MS;
    }
}
