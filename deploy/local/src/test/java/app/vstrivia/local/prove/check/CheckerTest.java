package app.vstrivia.local.prove.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The checker finds what it is there to find: each defect is put into traffic that is otherwise sound. */
class CheckerTest {
    private final RecordedMatch match = new RecordedMatch(RecordedMatch.HASH);

    private void finds(String... kinds) {
        Violations violations = match.check();
        assertEquals(Set.of(kinds), violations.counts().keySet(), violations.first()::toString);
    }

    @Test
    void soundTrafficHasNoViolations() {
        assertEquals(List.of(), match.check().first());
    }

    @Test
    void anAcknowledgedAnswerThatIsNotThere() {
        match.answers.removeIf(answer -> answer.id().equals("bob-2"));

        Violations violations = match.check();

        assertEquals(1, violations.counts().get("lost-ack"));
        assertTrue(violations.counts().containsKey("score"), "the seal told of two answers");
    }

    @Test
    void anAcknowledgedAnswerWithAnotherTime() {
        match.change(match.find(RecordedMatch.BOB, "\"ack\"", "bob-1"), line -> line.replace("900", "800"));

        finds("lost-ack");
    }

    @Test
    void anAnswerThatWasNeverScored() {
        MatchFacts.Answer bobs = match.answers.get(3);
        match.answers.set(
                3,
                new MatchFacts.Answer(
                        bobs.round(), bobs.player(), bobs.id(), bobs.choices(), bobs.elapsed(), null, null));

        finds("lost-ack", "unscored");
    }

    @Test
    void aRefusedAnswerThatCountsAllTheSame() {
        match.change(match.find(RecordedMatch.BOB, "\"ack\"", "bob-1"), line -> line.replace("stored", "late"));

        finds("false-refusal");
    }

    @Test
    void anAnswerThatWasNeverAcknowledged() {
        match.lines.remove(match.find(RecordedMatch.BOB, "\"ack\"", "bob-1"));

        finds("no-ack");
    }

    @Test
    void anAnswerThatNobodyGave() {
        match.change(match.find(RecordedMatch.BOB, "\"answer\"", "bob-1", "650"), line -> line.replace("[0]", "[1]"));

        finds("invented");
    }

    @Test
    void anEventThatIsMissing() {
        match.lines.remove(match.find(RecordedMatch.ADA, "round-sealed", "\"round\":1"));

        finds("gap");
    }

    @Test
    void anEventThatComesTwiceAndIsAppliedTwice() {
        int sealed = match.find(RecordedMatch.ADA, "round-sealed", "\"round\":1");
        match.lines.add(sealed, match.lines.get(sealed));

        finds("duplicate");
    }

    @Test
    void anEventThatComesTwiceThoughTheClientIgnoresIt() {
        int sealed = match.find(RecordedMatch.ADA, "round-sealed", "\"round\":1");
        match.lines.add(sealed + 1, match.lines.get(sealed).replace("\t<\t", "\t-\t"));

        finds("duplicate");
    }

    @Test
    void anEventThatTheClientAskedForAgainMayComeAgain() {
        int sealed = match.find(RecordedMatch.ADA, "round-sealed", "\"round\":1");
        String again = match.lines.get(sealed).replace("\t<\t", "\t-\t");
        match.lines.add(
                sealed + 1,
                again.substring(0, again.indexOf("\t-\t")) + "\t>\t{\"type\":\"resume\",\"stream\":\"match:"
                        + RecordedMatch.MATCH + "\",\"epoch\":77,\"seq\":3}");
        match.lines.add(sealed + 2, again);

        finds();
    }

    @Test
    void eventsInTheWrongOrder() {
        int announced = match.find(RecordedMatch.ADA, "round-announced", "\"round\":2");
        String line = match.lines.remove(announced);
        match.lines.add(announced + 1, line);

        finds("gap", "duplicate");
    }

    @Test
    void aMemberWhoNeverHeardOfTheEnd() {
        match.lines.remove(match.find(RecordedMatch.BOB, "\"finished\""));

        finds("missed");
    }

    @Test
    void anotherContentForOneMember() {
        match.change(
                match.find(RecordedMatch.BOB, "round-opened", "\"round\":1"), line -> line.replace(":7000}", ":8000}"));

        finds("content");
    }

    @Test
    void aSolutionBeforeItsReveal() {
        match.change(
                match.find(RecordedMatch.BOB, "\"ack\"", "bob-1"),
                line -> line.replace("\"status\"", "\"correct\":[1],\"status\""));

        finds("leak");
    }

    @Test
    void aResultBeforeTheReveal() {
        String result = match.lines.remove(match.find(RecordedMatch.BOB, "\"result\"", "\"round\":2"));
        match.lines.add(match.find(RecordedMatch.BOB, "round-sealed", "\"round\":2"), result);

        finds("leak");
    }

    @Test
    void aRoundThatIsOpenedTwice() {
        int opened = 2;
        MatchFacts.Event event = match.events.get(opened);
        match.events.add(
                opened + 1, new MatchFacts.Event(event.seq() + 1, event.kind(), event.data(), event.createdAt()));
        for (int i = opened + 2; i < match.events.size(); i++) {
            MatchFacts.Event moved = match.events.get(i);
            match.events.set(i, new MatchFacts.Event(moved.seq() + 1, moved.kind(), moved.data(), moved.createdAt()));
        }

        assertTrue(match.check().counts().containsKey("rounds"));
    }

    @Test
    void anotherLineupThanTheOneThatTheStartPromised() {
        RecordedMatch other = new RecordedMatch("0".repeat(64));

        assertEquals(Set.of("lineup"), other.check().counts().keySet());
    }

    @Test
    void aSnapshotThatShowsAnotherPhaseThanTheEventsSay() {
        match.change(match.find(RecordedMatch.BOB, "\"snapshot\""), line -> line.replace("\"starting\"", "\"lobby\""));

        finds("snapshot");
    }

    @Test
    void aSnapshotThatShowsAnotherScore() {
        match.change(match.find(RecordedMatch.BOB, "\"snapshot\""), line -> line.replace("\"score\":0", "\"score\":9"));

        finds("snapshot");
    }

    @Test
    void aWrongSum() {
        match.change(match.find(RecordedMatch.ADA, "\"result\"", "\"round\":2"), line -> line.replace("1860", "930"));

        finds("score");
    }

    @Test
    void aClientThatIsPutBack() {
        int end = match.find(RecordedMatch.ADA, "\"finished\"");
        match.lines.add(end + 1, match.lines.get(match.find(RecordedMatch.ADA, "\"snapshot\"")));

        Violations violations = match.check();

        assertEquals(2, violations.counts().get("order"), "on the connection and as applied");
    }
}
