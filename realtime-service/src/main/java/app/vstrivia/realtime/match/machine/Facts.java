package app.vstrivia.realtime.match.machine;

import java.util.List;

/**
 * What a step may need to know: the whole lineup only when the match ends, answers only at the seal. {@code answers} are
 * those of the present round, the bots' not among them. {@code contenders} are all of them
 * at the seal; at other steps at least the best ten, all bots, and somebody who is still there, if anybody is.
 */
public record Facts(List<Question> questions, List<Contender> contenders, List<PlayedAnswer> answers) {

    Question question(int round) {
        return questions.stream()
                .filter(question -> question.round() == round)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the lineup has no round " + round));
    }

    boolean nobodyLeft() {
        return contenders.stream().noneMatch(contender -> contender.active() && contender.bot() == 0);
    }
}
