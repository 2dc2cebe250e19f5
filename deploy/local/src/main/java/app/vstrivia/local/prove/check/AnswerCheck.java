package app.vstrivia.local.prove.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a client was told of an answer is what became of it: one that is stored is there and scored, as it was given; one
 * that is late or refused is not there. And nothing is there that nobody sent.
 */
final class AnswerCheck {
    private final MatchFacts facts;
    private final Violations violations;
    private final Map<String, MatchFacts.Answer> byId = new HashMap<>();
    private final Map<String, MatchFacts.Answer> byRound = new HashMap<>();

    AnswerCheck(MatchFacts facts, Violations violations) {
        this.facts = facts;
        this.violations = violations;
        facts.answers().forEach(answer -> {
            byId.put(answer.player() + answer.id(), answer);
            byRound.put(answer.player() + answer.round(), answer);
        });
    }

    void check(MatchTraffic traffic) {
        traffic.outcomes.forEach(outcome -> outcome(traffic, outcome));
        for (MatchFacts.Answer answer : facts.answers()) {
            if (facts.isFinished() && answer.points() == null) {
                violations.add("unscored", text(answer) + " has no points");
            }
            MatchTraffic.Sent sent = traffic.sent.get(answer.id());
            if (sent == null
                    || !sent.player().equals(answer.player())
                    || sent.round() != answer.round()
                    || !same(sent.choices(), answer.choices())) {
                violations.add("invented", text(answer) + " was sent as " + sent);
            }
        }
        for (MatchTraffic.Sent sent : traffic.sent.values()) {
            if (traffic.outcomes.stream().noneMatch(outcome -> outcome.id().equals(sent.id()))) {
                violations.add("no-ack", sent + " in " + facts.match() + " was never acknowledged");
            }
        }
    }

    private void outcome(MatchTraffic traffic, MatchTraffic.Outcome outcome) {
        MatchFacts.Answer own = byId.get(outcome.player() + outcome.id());
        JsonNode told = outcome.ack().path("answer");
        switch (outcome.status()) {
            case "stored" -> {
                if (own == null || own.points() == null && facts.isFinished() || !matches(told, own)) {
                    violations.add(
                            "lost-ack", outcome.ack() + " to " + outcome.player() + ", the database has " + text(own));
                }
            }
            case "duplicate" -> {
                MatchFacts.Answer standing = byRound.get(outcome.player() + outcome.round());
                if (standing == null || !matches(told, standing)) {
                    violations.add(
                            "lost-ack",
                            outcome.ack() + " to " + outcome.player() + ", the database has " + text(standing));
                }
            }
            case "late", "refused" -> {
                if (own != null) {
                    violations.add("false-refusal", outcome.ack() + " to " + outcome.player() + ", but " + text(own));
                }
            }
            default -> violations.add("status", "an ack says " + outcome.ack());
        }
        if (!traffic.sent.containsKey(outcome.id())) {
            violations.add("invented", outcome.player() + " got " + outcome.ack() + " for what was never sent");
        }
    }

    private static boolean matches(JsonNode told, MatchFacts.Answer answer) {
        return same(told.path("choices"), answer.choices())
                && told.path("elapsed").asInt(-1) == answer.elapsed();
    }

    private static boolean same(JsonNode choices, List<Integer> stored) {
        List<Integer> told = new ArrayList<>();
        choices.forEach(choice -> told.add(choice.asInt()));
        told.sort(null);
        return told.equals(stored);
    }

    private String text(MatchFacts.Answer answer) {
        return answer == null ? "none" : answer + " in " + facts.match();
    }
}
