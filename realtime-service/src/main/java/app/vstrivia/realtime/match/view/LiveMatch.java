package app.vstrivia.realtime.match.view;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.match.MatchKind;
import app.vstrivia.model.match.MatchPhase;
import app.vstrivia.model.match.Offer;
import app.vstrivia.model.match.QuestionType;
import app.vstrivia.model.match.RoundKey;
import app.vstrivia.model.protocol.MatchEvent;
import app.vstrivia.model.protocol.MatchSnapshot;
import app.vstrivia.model.protocol.ProtocolCodec;
import app.vstrivia.model.stream.StreamEvent;
import app.vstrivia.model.stream.StreamHead;
import app.vstrivia.realtime.match.clock.EarlySeal;
import app.vstrivia.realtime.match.clock.MatchClock;
import app.vstrivia.realtime.match.machine.MatchState;
import app.vstrivia.realtime.stream.LiveStream;
import app.vstrivia.realtime.stream.StreamObserver;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.function.Function;

/** A match that is served here: what its events said about the open round and about the end of the phase. */
public final class LiveMatch implements StreamObserver {
    private final MatchId id;
    private final MatchKind kind;
    private final MatchClock clock;
    private final EarlySeal earlySeal;
    private final OwnResults ownResults;
    private final Members members = new Members();
    private final Counts counts = new Counts();
    private final LastReveal lastReveal = new LastReveal();
    private volatile LiveStream stream;
    private volatile SharedView view;
    private volatile OpenRound open;
    private volatile int lastOpened;
    private volatile int players;
    private volatile boolean over;

    private Uni<SharedView> loading;
    private int holders;
    private QuestionType announcedType;

    LiveMatch(SharedView start, MatchClock clock, EarlySeal earlySeal, OwnResults ownResults) {
        this.id = start.snapshot().match();
        this.kind = start.snapshot().kind();
        this.clock = clock;
        this.earlySeal = earlySeal;
        this.ownResults = ownResults;
        startFrom(start);
    }

    private void startFrom(SharedView start) {
        MatchSnapshot snapshot = start.snapshot();
        MatchSnapshot.Round round = snapshot.current();
        view = start;
        boolean shown = snapshot.phase() == MatchPhase.REVEALED || snapshot.phase() == MatchPhase.PAUSED;
        lastReveal.show(shown && snapshot.round() > 0 ? start.head().seq() : 0);
        lastOpened = snapshot.phase() == MatchPhase.ANNOUNCED ? snapshot.round() - 1 : snapshot.round();
        over = snapshot.phase() == MatchPhase.FINISHED;
        grow(snapshot.playerCount());
        if (round != null) {
            announcedType = round.questionType();
        }
        if (snapshot.phase() == MatchPhase.OPEN) {
            open = new OpenRound(
                    round.round(),
                    Offer.of(announcedType, round.choices().size(), round.slider()),
                    round.openedAt(),
                    round.closesAt());
        }
    }

    /** The match has been seen as of {@code loaded}; answers to what it shows must not be refused. */
    void notice(SharedView loaded) {
        view = loaded;
        if (loaded.head().seq() > stream.seq()) {
            startFrom(loaded);
            clock.schedule(id, loaded.phaseEndsAt());
        }
    }

    /** The match as it is now; read at most once for all who ask, for as long as nothing happens. */
    Uni<SharedView> view(StreamHead atLeast, Function<MatchId, Uni<SharedView>> load) {
        SharedView known = view;
        if (known.isCurrent(atLeast.epoch(), Math.max(atLeast.seq(), stream.seq()))) {
            return Uni.createFrom().item(known);
        }
        return load(load)
                .chain(loaded -> loaded == null || loaded.head().seq() >= atLeast.seq()
                        ? Uni.createFrom().item(loaded)
                        // Another one had begun to read before what the caller knows of had happened.
                        : load(load));
    }

    private synchronized Uni<SharedView> load(Function<MatchId, Uni<SharedView>> load) {
        if (loading == null) {
            loading = load.apply(id)
                    .invoke(loaded -> {
                        if (loaded != null) {
                            notice(loaded);
                        }
                    })
                    .onTermination()
                    .invoke(this::loaded)
                    .memoize()
                    .indefinitely();
        }
        return loading;
    }

    private synchronized void loaded() {
        loading = null;
    }

    LiveMatch hold() {
        holders++;
        return this;
    }

    /** One less; true if that was the last. */
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

    boolean isRoom() {
        return kind == MatchKind.ROOM;
    }

    public boolean isOver() {
        return over;
    }

    Members members() {
        return members;
    }

    Counts counts() {
        return counts;
    }

    /** How many play, as far as this replica has heard. */
    int players() {
        return players;
    }

    void grow(int now) {
        players = now;
        clock.sized(id, now);
    }

    LastReveal lastReveal() {
        return lastReveal;
    }

    /** The round that is open as far as this replica has heard. */
    public Optional<OpenRound> open() {
        return Optional.ofNullable(open);
    }

    /** A moment to compare with what happens after it; see {@link #hasLeftSince}. */
    public long now() {
        return members.now();
    }

    /** Whether this player left, or was put out, since that moment of {@link #now}. */
    public boolean hasLeftSince(PlayerId player, long moment) {
        return members.hasLeftSince(player, moment);
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
                lastReveal.show(0);
                clock.schedule(id, announced.opensAt());
            }
            case "round-opened" -> {
                MatchEvent.RoundOpened opened = body(event, MatchEvent.RoundOpened.class);
                open = new OpenRound(
                        opened.round(),
                        Offer.of(announcedType, opened.choices().size(), opened.slider()),
                        opened.openedAt(),
                        opened.closesAt());
                lastOpened = opened.round();
                clock.schedule(id, opened.closesAt() + MatchState.SEAL_GRACE_MS);
            }
            case "round-sealed" ->
                seal(body(event, MatchEvent.RoundSealed.class).round());
            case "round-revealed" -> {
                lastReveal.show(event.seq());
                clock.schedule(id, body(event, MatchEvent.RoundRevealed.class).nextAt());
            }
            case "schedule-changed" -> reschedule(body(event, MatchEvent.ScheduleChanged.class));
            case "paused" -> clock.schedule(id, null);
            case "finished" -> {
                over = true;
                clock.schedule(id, null);
            }
            case "player-joined" ->
                grow(body(event, MatchEvent.PlayerJoined.class).players());
            case "player-left" -> {
                MatchEvent.PlayerLeft left = body(event, MatchEvent.PlayerLeft.class);
                members.leave(left.player());
                grow(left.players());
            }
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
            ownResults.deliver(this, body(event, MatchEvent.RoundRevealed.class).round(), event.seq());
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
        doNotWait();
    }

    /** Somebody is not waited for any more. */
    public void doNotWait() {
        open().ifPresent(round -> earlySeal.check(new RoundKey(id, round.round())));
    }

    private static <T extends MatchEvent> T body(StreamEvent event, Class<T> type) {
        return ProtocolCodec.decodeBody(event.payload(), type);
    }
}
