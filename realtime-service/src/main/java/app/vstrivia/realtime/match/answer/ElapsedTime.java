package app.vstrivia.realtime.match.answer;

import app.vstrivia.realtime.match.view.OpenRound;

/** The time that counts for the points. */
final class ElapsedTime {
    private ElapsedTime() {}

    /**
     * What the client measured, within what the server can believe: between (time since the opening − credit) and (time
     * since the opening), and never outside 0 and the limit. All in ms.
     */
    static int counted(int claimed, OpenRound round, int creditMs, long receivedAt) {
        long sinceOpening = receivedAt - round.openedAt();
        long believable = Math.max(sinceOpening - creditMs, Math.min(claimed, sinceOpening));
        return (int) Math.max(0, Math.min(believable, round.closesAt() - round.openedAt()));
    }
}
