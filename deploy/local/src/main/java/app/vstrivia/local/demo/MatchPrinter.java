package app.vstrivia.local.demo;

import app.vstrivia.local.client.Ack;
import app.vstrivia.local.client.Frame;
import app.vstrivia.local.terminal.Terminal;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tells the match on the terminal as it goes. Sees it with the first player's eyes. */
final class MatchPrinter {
    private static final String INDENT = "     ";

    private final Terminal terminal;
    private final List<Bot> bots;

    MatchPrinter(Terminal terminal, List<Bot> bots) {
        this.terminal = terminal;
        this.bots = bots;
    }

    void hear(Frame frame) {
        if (frame.isEvent("round-announced")) {
            question(frame.data());
        } else if (frame.isEvent("round-opened")) {
            choices(frame.data());
        } else if (frame.isEvent("round-revealed")) {
            reveal(frame.data());
        }
    }

    private void question(JsonNode round) {
        terminal.line("");
        terminal.line(terminal.bold("  " + round.path("round").asInt() + "/"
                        + round.path("rounds").asInt() + "  "
                        + round.path("text").asText())
                + terminal.dim("  " + round.path("category").asText() + ", "
                        + round.path("difficulty").asText()));
    }

    private void choices(JsonNode round) {
        List<String> lines = new ArrayList<>();
        round.path("choices").forEach(choice -> lines.add(letter(lines.size()) + ") " + choice.asText()));
        terminal.line(INDENT + String.join("   ", lines));
    }

    private void reveal(JsonNode round) {
        int number = round.path("round").asInt();
        terminal.line(INDENT + terminal.cyan("→ " + named(round.path("correct"), round.path("choices"))));
        for (Bot bot : bots) {
            JsonNode standing = standing(round, bot);
            terminal.line(String.format(
                    Locale.ROOT,
                    "%s%-6s %s  %+6d  %,7d points",
                    INDENT,
                    bot.name(),
                    answer(
                            bot.acks().get(number),
                            round.path("correct"),
                            standing.path("points").asInt()),
                    standing.path("points").asInt(),
                    standing.path("score").asInt()));
        }
    }

    /** Some of several right choices give some points: neither right nor wrong. */
    private String answer(Ack ack, JsonNode correct, int points) {
        if (ack == null || !ack.answer().path("choices").isArray()) {
            return String.format(Locale.ROOT, "%-15s", "– no answer");
        }
        JsonNode chosen = ack.answer().path("choices");
        List<String> letters = new ArrayList<>();
        chosen.forEach(choice -> letters.add(letter(choice.asInt())));
        boolean right = chosen.equals(correct);
        String text = String.format(
                Locale.ROOT,
                "%-3s in %4.2f s",
                String.join("", letters),
                ack.answer().path("elapsed").asInt() / 1000.0);
        if (right) {
            return terminal.green("✔ " + text);
        }
        return points > 0 ? "± " + text : terminal.red("✘ " + text);
    }

    private static JsonNode standing(JsonNode round, Bot bot) {
        for (JsonNode standing : round.path("standings")) {
            if (standing.path("player").asText().equals(bot.client().playerId())) {
                return standing;
            }
        }
        return round.path("none");
    }

    private static String named(JsonNode correct, JsonNode choices) {
        List<String> names = new ArrayList<>();
        correct.forEach(index -> names.add(
                letter(index.asInt()) + ") " + choices.path(index.asInt()).asText()));
        return String.join(", ", names);
    }

    private static String letter(int index) {
        return String.valueOf((char) ('A' + index));
    }

    void finished(List<DemoResult.Player> players) {
        terminal.line("");
        int rank = 1;
        for (DemoResult.Player player : players) {
            terminal.line(terminal.bold(
                    String.format(Locale.ROOT, "  %d. %-6s %,7d points", rank++, player.name(), player.score())));
        }
        terminal.line("");
    }
}
