package app.vstrivia.realtime.match.machine;

import app.vstrivia.model.protocol.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Orders by score; where scores are equal, the shorter time of all answers is better. Full ties share a rank. */
public final class Standings {
    /** How many an event lists. */
    public static final int TOP = 10;

    private static final Comparator<Contender> ORDER = Comparator.comparingInt(Contender::score)
            .reversed()
            .thenComparingLong(Contender::answerMs)
            .thenComparing(Contender::id);

    private Standings() {}

    static List<Standing> top(List<Contender> contenders) {
        List<Contender> ordered = contenders.stream().sorted(ORDER).limit(TOP).toList();
        List<Standing> standings = new ArrayList<>(ordered.size());
        Contender above = null;
        int rank = 0;
        for (Contender contender : ordered) {
            if (above == null || above.score() != contender.score() || above.answerMs() != contender.answerMs()) {
                rank = standings.size() + 1;
            }
            standings.add(
                    new Standing(contender.id(), contender.name(), contender.score(), contender.lastPoints(), rank));
            above = contender;
        }
        return standings;
    }
}
