package app.vstrivia.realtime.match.view;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.match.MatchPhase;
import app.vstrivia.model.match.QuestionType;
import app.vstrivia.model.match.RoundKey;
import app.vstrivia.model.protocol.MatchEvent;
import app.vstrivia.model.protocol.MatchSnapshot;
import app.vstrivia.model.protocol.ProtocolCodec;
import app.vstrivia.model.stream.StreamEvent;
import app.vstrivia.realtime.match.clock.EarlySeal;
import app.vstrivia.realtime.match.clock.MatchClock;
import app.vstrivia.realtime.match.machine.MatchState;
import app.vstrivia.realtime.stream.LiveStream;
import app.vstrivia.realtime.stream.StreamObserver;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A match that is served here: what its events said about the open round and about the end of the phase. */
public final class LiveMatch implements StreamObserver {
    private final MatchId id;
    private final MatchClock clock;
    private final EarlySeal earlySeal;
    private final OwnResults results;
    private volatile LiveStream stream;
    private volatile OpenRound open;
    private volatile int lastOpened;
    private final Set<PlayerId> gone = ConcurrentHashMap.newKeySet();
    private int holders;
    private QuestionType announcedType;

    LiveMatch(MatchSnapshot start, MatchClock clock, EarlySeal earlySeal, OwnResults results) {
        this.id = start.match();
        this.clock = clock;
        this.earlySeal = earlySeal;
        this.results = results;
        startFrom(start);
    }

    private void startFrom(MatchSnapshot start) {
        MatchSnapshot.Round round = start.current();
        lastOpened = start.phase() == MatchPhase.ANNOUNCED ? start.round() - 1 : start.round();
        if (round != null) {
            announcedType = round.questionType();
        }
        if (start.phase() == MatchPhase.OPEN) {
            open = new OpenRound(
                    round.round(), announcedType, round.choices().size(), round.openedAt(), round.closesAt());
        }
    }

    /** A reader has seen the match as of {@code loaded}; answers to what it shows must not be refused. */
    void notice(LoadedMatch loaded) {
        if (loaded.head().seq() > stream.seq()) {
            startFrom(loaded.snapshot());
            clock.schedule(id, loaded.phaseEndsAt());
        }
    }

    LiveMatch hold() {
        holders++;
        return this;
    }

    boolean letGo() {
        return --holders == 0;
    }

    void follow(LiveStream own) {
        stream = own;
    }

    public MatchId id() {
        return id;
    }

    public LiveStream stream() {
        return stream;
    }

    /** The round that is open as far as this replica has heard. */
    public Optional<OpenRound> open() {
        return Optional.ofNullable(open);
    }

    /** Whether this player left, or was put out, since the match is served here. */
    public boolean hasLeft(PlayerId player) {
        return gone.contains(player);
    }

    /** The newest round that was opened, as far as this replica has heard. */
    public int lastOpened() {
        return lastOpened;
    }

    @Override
    public void beforeDelivery(StreamEvent event) {
        switch (event.kind()) {
            case "starting" ->
                clock.schedule(id, body(event, MatchEvent.Starting.class).startsAt());
            case "round-announced" -> {
                MatchEvent.RoundAnnounced announced = body(event, MatchEvent.RoundAnnounced.class);
                announcedType = announced.questionType();
                clock.schedule(id, announced.opensAt());
            }
            case "round-opened" -> {
                MatchEvent.RoundOpened opened = body(event, MatchEvent.RoundOpened.class);
                open = new OpenRound(
                        opened.round(), announcedType, opened.choices().size(), opened.openedAt(), opened.closesAt());
                lastOpened = opened.round();
                clock.schedule(id, opened.closesAt() + MatchState.SEAL_GRACE_MS);
            }
            case "round-sealed" ->
                seal(body(event, MatchEvent.RoundSealed.class).round());
            case "round-revealed" ->
                clock.schedule(id, body(event, MatchEvent.RoundRevealed.class).nextAt());
            case "schedule-changed" -> reschedule(body(event, MatchEvent.ScheduleChanged.class));
            case "paused", "finished" -> clock.schedule(id, null);
            case "player-joined" ->
                gone.remove(body(event, MatchEvent.PlayerJoined.class).player().id());
            case "player-left" ->
                gone.add(body(event, MatchEvent.PlayerLeft.class).player());
            default -> {
                // Nothing else changes what is known here.
            }
        }
    }

    private void seal(int round) {
        OpenRound present = open;
        if (present != null && present.round() <= round) {
            open = null;
        }
    }

    private void reschedule(MatchEvent.ScheduleChanged changed) {
        if (changed.endsAt() != null) {
            clock.schedule(id, changed.endsAt());
        }
    }

    @Override
    public void afterDelivery(LiveStream from, StreamEvent event) {
        if (event.kind().equals("round-revealed")) {
            results.deliver(id, body(event, MatchEvent.RoundRevealed.class).round(), from);
        } else if (event.kind().equals("player-left")) {
            putOut(from, body(event, MatchEvent.PlayerLeft.class).player());
        } else if (event.kind().equals("finished")) {
            from.subscribers().forEach(reader -> reader.over(from.id()));
        }
    }

    /** Who left reads no more, and is not waited for. */
    private void putOut(LiveStream from, PlayerId player) {
        from.subscribers().stream()
                .filter(reader -> reader.player().equals(player))
                .forEach(reader -> reader.reset(from.id()));
        open().ifPresent(round -> earlySeal.check(new RoundKey(id, round.round())));
    }

    private static <T extends MatchEvent> T body(StreamEvent event, Class<T> type) {
        return ProtocolCodec.decodeBody(event.payload(), type);
    }
}
