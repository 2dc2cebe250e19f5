package app.vstrivia.local.prove.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The recorded traffic of a sound match of two rounds between two players, and what the database holds of it. */
final class RecordedMatch {
    static final String MATCH = "00000000-0000-7000-8000-000000000001";
    static final String ADA = "00000000-0000-7000-8000-00000000000a";
    static final String BOB = "00000000-0000-7000-8000-00000000000b";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long EPOCH = 77;

    /** The SHA-256 of the nonce and the lineup below, one line each. */
    static final String HASH = "64500d75c3bf6ed1297d5a1ae8951bce10047dde1b739ae3a99d1e35a6ebe13e";

    final List<String> lines = new ArrayList<>();
    final List<MatchFacts.Event> events = new ArrayList<>();
    final List<MatchFacts.Answer> answers = new ArrayList<>();
    private long clock = 1_000_000_000L;

    RecordedMatch(String lineupHash) {
        event("starting", "{'startsAt':1000,'rounds':2,'scoring':'kahoot','lineupHash':'" + lineupHash + "'}");
        for (int round = 1; round <= 2; round++) {
            event(
                    "round-announced",
                    "{'round':%d,'rounds':2,'text':'Question %d?','opensAt':2000,'limit':5000}"
                            .formatted(round, round));
            event("round-opened", "{'round':%d,'choices':['a','b'],'openedAt':2000,'closesAt':7000}".formatted(round));
            answers.add(new MatchFacts.Answer(round, ADA, "ada-" + round, List.of(1), 700, true, 930));
            answers.add(new MatchFacts.Answer(round, BOB, "bob-" + round, List.of(0), 900, false, 0));
            event("round-sealed", "{'round':%d,'answers':2}".formatted(round));
            event(
                    "round-revealed",
                    ("{'round':%d,'correct':[1],'choices':['a','b'],'counts':[1,1],'explanation':'since ever',"
                                    + "'standings':[{'player':'%s','score':%d},{'player':'%s','score':0}],'nextAt':9000}")
                            .formatted(round, ADA, 930 * round, BOB));
        }
        event(
                "finished",
                "{'reason':'completed','standings':[],'nonce':'00ff','lineup':["
                        + "{'round':1,'question':'q1','choices':['a','b'],'correct':[1]},"
                        + "{'round':2,'question':'q2','choices':['a','b'],'correct':[1]}]}");
        record(ADA, "ada", 1, 700);
        record(BOB, "bob", 0, 900);
    }

    private void event(String kind, String data) {
        events.add(new MatchFacts.Event(events.size() + 1, kind, json(data), 2_000));
    }

    private void record(String player, String name, int choice, int elapsed) {
        line(player, 'o', "ws://127.0.0.1:1/v1/socket");
        line(player, '>', "{'type':'hello','resume':[]}");
        line(player, '<', "{'type':'resumed'}");
        line(player, '>', "{'type':'join','id':'j1','match':'" + MATCH + "'}");
        line(
                player,
                '<',
                "{'type':'snapshot','stream':'match:%s','epoch':77,'seq':1,'data':{'kind':'duel','phase':'starting','round':0,'players':[{'id':'%s','score':0}],'current':null,'you':{'answer':null}}}"
                        .formatted(MATCH, player));
        for (MatchFacts.Event event : events.subList(1, events.size())) {
            frame(player, event);
            if (event.kind().equals("round-opened")) {
                String id = name + "-" + event.round();
                line(
                        player,
                        '>',
                        "{'type':'answer','id':'%s','match':'%s','round':%d,'choices':[%d],'elapsed':650}"
                                .formatted(id, MATCH, event.round(), choice));
                line(
                        player,
                        '<',
                        "{'type':'ack','id':'%s','status':'stored','match':'%s','round':%d,'answer':{'choices':[%d],'elapsed':%d}}"
                                .formatted(id, MATCH, event.round(), choice, elapsed));
            } else if (event.kind().equals("round-revealed")) {
                int points = choice == 1 ? 930 : 0;
                line(
                        player,
                        '<',
                        "{'type':'result','match':'%s','round':%d,'answer':{'choices':[%d],'elapsed':%d},'correct':%b,'points':%d,'score':%d,'rank':1}"
                                .formatted(
                                        MATCH,
                                        event.round(),
                                        choice,
                                        elapsed,
                                        choice == 1,
                                        points,
                                        points * event.round()));
            }
        }
    }

    private void frame(String player, MatchFacts.Event event) {
        line(
                player,
                '<',
                "{'type':'event','stream':'match:%s','epoch':77,'seq':%d,'kind':'%s','data':%s}"
                        .formatted(MATCH, event.seq(), event.kind(), event.data()));
    }

    private void line(String player, char mark, String text) {
        clock += 1_000_000;
        lines.add(String.join("\t", player, "1", "" + clock, "" + mark, text.replace('\'', '"')));
    }

    /** The index of the line of a player that holds all of these. */
    int find(String player, String... parts) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith(player) && List.of(parts).stream().allMatch(line::contains)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no such line: " + List.of(parts));
    }

    void change(int line, UnaryOperator<String> change) {
        lines.set(line, change.apply(lines.get(line)));
    }

    /** What the checker finds in it. */
    Violations check() {
        Violations violations = new Violations();
        Checker checker = new Checker(violations, new Timings(at -> false));
        lines.stream().map(Entry::parse).forEach(checker::take);
        checker.verify(new MatchFacts(
                MATCH,
                "finished",
                "completed",
                2,
                EPOCH,
                events.get(events.size() - 1).seq(),
                events,
                answers,
                Map.of(ADA, 1860, BOB, 0)));
        return violations;
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }
}
