package app.vstrivia.local.prove.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The sums are right: each seal tells as many answers as there are, each reveal how they are spread and what everybody
 * has by then; a player's own results and the score at the end say the same.
 */
final class ScoreCheck {
    private final MatchFacts facts;
    private final Violations violations;

    ScoreCheck(MatchFacts facts, Violations violations) {
        this.facts = facts;
        this.violations = violations;
    }

    void check(MatchTraffic traffic) {
        facts.events().forEach(event -> {
            switch (event.kind()) {
                case "round-sealed" -> sealed(event);
                case "round-revealed" -> revealed(event);
                default -> {}
            }
        });
        traffic.results.forEach(this::result);
        facts.scores().forEach((player, score) -> {
            if (score != scoreAfter(player, facts.rounds())) {
                wrong("the score of " + player + " is " + score + ", the points add up to "
                        + scoreAfter(player, facts.rounds()));
            }
        });
    }

    private List<MatchFacts.Answer> answers(int round) {
        return facts.answers().stream()
                .filter(answer -> answer.round() == round)
                .toList();
    }

    private void sealed(MatchFacts.Event event) {
        int there = answers(event.round()).size();
        if (event.data().path("answers").asInt() != there) {
            wrong("round " + event.round() + " was sealed with " + event.data().path("answers") + " answers, there are "
                    + there);
        }
    }

    private void revealed(MatchFacts.Event event) {
        JsonNode data = event.data();
        Map<Integer, Integer> counts = new HashMap<>();
        answers(event.round())
                .forEach(answer -> answer.choices().forEach(choice -> counts.merge(choice, 1, Integer::sum)));
        for (int choice = 0; choice < data.path("counts").size(); choice++) {
            if (data.path("counts").path(choice).asInt() != counts.getOrDefault(choice, 0)) {
                wrong("round " + event.round() + " was revealed with counts " + data.path("counts") + ", they are "
                        + counts);
                break;
            }
        }
        for (JsonNode standing : data.path("standings")) {
            String player = standing.path("player").asText();
            if (standing.path("score").asInt() != scoreAfter(player, event.round())) {
                wrong("after round " + event.round() + " " + player + " stands with " + standing.path("score")
                        + ", the points add up to " + scoreAfter(player, event.round()));
            }
        }
    }

    private int scoreAfter(String player, int round) {
        return facts.answers().stream()
                .filter(answer -> answer.player().equals(player) && answer.round() <= round && answer.points() != null)
                .mapToInt(MatchFacts.Answer::points)
                .sum();
    }

    private void result(MatchTraffic.Result told) {
        JsonNode result = told.result();
        int round = result.path("round").asInt();
        MatchFacts.Answer own = answers(round).stream()
                .filter(answer -> answer.player().equals(told.player()))
                .findFirst()
                .orElse(null);
        int points = own == null || own.points() == null ? 0 : own.points();
        boolean correct = own != null && Boolean.TRUE.equals(own.correct());
        boolean right = result.path("points").asInt() == points
                && result.path("correct").asBoolean() == correct
                && result.path("score").asInt() == scoreAfter(told.player(), round)
                && result.path("answer").isObject() == (own != null);
        if (!right) {
            wrong(told.player() + " was told " + result + ", the database has " + own + " and a score of "
                    + scoreAfter(told.player(), round));
        }
    }

    private void wrong(String text) {
        violations.add("score", facts.match() + ": " + text);
    }
}
