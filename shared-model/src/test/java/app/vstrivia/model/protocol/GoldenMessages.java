package app.vstrivia.model.protocol;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.match.EndReason;
import app.vstrivia.model.match.MatchKind;
import app.vstrivia.model.match.MatchPhase;
import app.vstrivia.model.match.QuestionType;
import app.vstrivia.model.match.Scoring;
import app.vstrivia.model.protocol.ServerMessage.Ack.Status;
import app.vstrivia.model.protocol.ServerMessage.GivenAnswer;
import app.vstrivia.model.stream.StreamId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One message of each type, under the name of its file. */
final class GoldenMessages {
    private static final MatchId MATCH = MatchId.parse("018f0000-0000-7000-8000-000000000001");
    private static final java.util.UUID DEVICE = java.util.UUID.fromString("018f0000-0000-7000-8000-00000000000d");
    private static final java.util.UUID IDENTITY = java.util.UUID.fromString("018f0000-0000-7000-8000-00000000000e");
    private static final PlayerId ADA = PlayerId.parse("018f0000-0000-7000-8000-00000000000a");
    private static final PlayerId BOB = PlayerId.parse("018f0000-0000-7000-8000-00000000000b");
    private static final UUID QUESTION = UUID.fromString("018f0000-0000-7000-8000-0000000000aa");
    private static final StreamId STREAM = StreamId.of(MATCH);
    private static final StreamId IMPORT = StreamId.parse("import:018f0000-0000-7000-8000-0000000000ee");
    private static final StreamPosition POSITION = new StreamPosition(STREAM, 77, 12);
    private static final long T = 1_790_000_000_000L;
    private static final List<String> CHOICES = List.of("Lyon", "Paris", "Nice", "Lille");
    private static final List<Standing> STANDINGS =
            List.of(new Standing(ADA, "Ada", 967, 967, 1), new Standing(BOB, "Bob", 0, 0, 2));

    static final Map<String, ClientMessage> CLIENT = Map.ofEntries(
            Map.entry("client-watch", new ClientMessage.Watch("c5", IMPORT)),
            Map.entry("client-unwatch", new ClientMessage.Unwatch(IMPORT)),
            Map.entry("client-announce", new ClientMessage.Announce("c3", MATCH, "Two minutes to go")),
            Map.entry("client-ping", new ClientMessage.Ping("abc")),
            Map.entry("client-renew", new ClientMessage.Renew("c4", "eyJ.eyJ.sig")),
            Map.entry("client-hello", new ClientMessage.Hello(List.of(POSITION))),
            Map.entry("client-join", new ClientMessage.Join("c1", MATCH)),
            Map.entry("client-answer", new ClientMessage.Answer("c2", MATCH, 3, List.of(1), 2_000)),
            Map.entry("client-answer-value", answer("-3.14", null, null)),
            Map.entry("client-answer-order", answer(null, List.of(2, 0, 1), null)),
            Map.entry("client-answer-text", answer(null, null, "São Paulo")),
            Map.entry("client-resume", new ClientMessage.Resume(STREAM, 77, 12)),
            Map.entry("client-heartbeat", new ClientMessage.Heartbeat(T, List.of(POSITION))));

    static final Map<String, ServerMessage> SERVER = Map.ofEntries(
            Map.entry(
                    "server-welcome",
                    new ServerMessage.Welcome("018f0000-0000-7000-8000-000000000fff", ADA, T, 25_000, T + 900_000)),
            Map.entry("server-snapshot", new ServerMessage.Snapshot(STREAM, 77, 12, snapshot())),
            Map.entry(
                    "server-snapshot-player",
                    new ServerMessage.Snapshot(
                            StreamId.of(ADA),
                            78,
                            4,
                            new PlayerSnapshot(List.of(new PlayerSnapshot.Open(MATCH, MatchKind.DUEL))))),
            Map.entry(
                    "server-snapshot-stream",
                    new ServerMessage.Snapshot(
                            IMPORT,
                            79,
                            2,
                            new StreamSnapshot(List.of(
                                    new StreamSnapshot.Entry(
                                            1,
                                            "import-accepted",
                                            "{\"name\":\"music.csv\",\"format\":\"csv\",\"dryRun\":false}"),
                                    new StreamSnapshot.Entry(
                                            2,
                                            "import-progress",
                                            "{\"read\":500,\"added\":480,\"duplicates\":15,\"refused\":5}"))))),
            Map.entry("server-unwatched", new ServerMessage.Unwatched(IMPORT)),
            Map.entry(
                    "server-event",
                    new ServerMessage.Event(STREAM, 77, 13, "round-sealed", "{\"round\":3,\"answers\":2}")),
            Map.entry("server-resumed", new ServerMessage.Resumed()),
            Map.entry(
                    "server-ack",
                    new ServerMessage.Ack("c2", Status.STORED, MATCH, 3, new GivenAnswer(List.of(1), 2_000), null)),
            Map.entry(
                    "server-ack-value",
                    new ServerMessage.Ack(
                            "c2",
                            Status.STORED,
                            MATCH,
                            3,
                            new GivenAnswer(List.of(), 2_000, "-3.14", null, null),
                            null)),
            Map.entry(
                    "server-result",
                    new ServerMessage.Result(MATCH, 3, new GivenAnswer(List.of(1), 2_000), true, 967, 967, 1)),
            Map.entry("server-heartbeat", new ServerMessage.Heartbeat(T + 5, T)),
            Map.entry("server-error", new ServerMessage.Error(ErrorCode.OUT_OF_PHASE, "join the match first", "c2")),
            Map.entry("server-move", new ServerMessage.Move(5_000)),
            Map.entry("server-announcement", new ServerMessage.Announcement(MATCH, "Two minutes to go", T)),
            Map.entry("server-pong", new ServerMessage.Pong("abc")),
            Map.entry("server-renewed", new ServerMessage.Renewed(T + 900_000)),
            Map.entry("server-progress", new ServerMessage.Progress(MATCH, 3, 812, 1_000)),
            Map.entry("server-presence", new ServerMessage.Presence(MATCH, 1_000)));

    static final Map<String, EventBody> BODIES = Map.ofEntries(
            Map.entry(
                    "event-player-joined",
                    new MatchEvent.PlayerJoined(new MatchEvent.PlayerJoined.Player(ADA, "Ada", false), 1)),
            Map.entry("event-player-left", new MatchEvent.PlayerLeft(BOB, MatchEvent.PlayerLeft.Why.KICKED, 1)),
            Map.entry("event-starting", new MatchEvent.Starting(T, 10, Scoring.KAHOOT, "ab".repeat(32))),
            Map.entry(
                    "event-round-announced",
                    new MatchEvent.RoundAnnounced(
                            3,
                            10,
                            "Geography",
                            "easy",
                            QuestionType.SINGLE,
                            "What is the capital of France?",
                            T,
                            30_000,
                            new RoundMedia(
                                    RoundMedia.Kind.PICTURE,
                                    "A tower of iron",
                                    800,
                                    600,
                                    "LEHV6nWB2yk8pyo0adR*.7kCMdnj",
                                    "#8090a0",
                                    List.of(new RoundMedia.File(
                                            "https://media.example.org/media/1/320.webp", "image/webp", 320, 240))))),
            Map.entry("event-round-opened", new MatchEvent.RoundOpened(3, CHOICES, T, T + 30_000)),
            Map.entry("event-round-sealed", new MatchEvent.RoundSealed(3, 2)),
            Map.entry(
                    "event-round-revealed",
                    new MatchEvent.RoundRevealed(
                            3,
                            List.of(1),
                            CHOICES,
                            List.of(1, 1, 0, 0),
                            "Since 508.",
                            STANDINGS,
                            T + 5_000,
                            List.of("Photo: Ann (CC BY 4.0)"))),
            Map.entry(
                    "event-schedule-changed",
                    new MatchEvent.ScheduleChanged(MatchEvent.ScheduleChanged.Change.SKIP, T)),
            Map.entry("event-paused", new MatchEvent.Paused()),
            Map.entry(
                    "event-finished",
                    new MatchEvent.Finished(
                            EndReason.COMPLETED,
                            STANDINGS,
                            "00ff",
                            List.of(new MatchEvent.Finished.Drawn(3, QUESTION, CHOICES, List.of(1))))),
            Map.entry("event-match-found", new PlayerEvent.MatchFound(MATCH, MatchKind.DUEL)),
            Map.entry("event-match-left", new PlayerEvent.MatchLeft(MATCH)),
            Map.entry("event-device-added", new PlayerEvent.DeviceAdded(DEVICE, "Ada's tablet")),
            Map.entry("event-identity-linked", new PlayerEvent.IdentityLinked(IDENTITY, "google")),
            Map.entry("event-identity-unlinked", new PlayerEvent.IdentityUnlinked(IDENTITY)),
            Map.entry("event-stream-withdrawn", new PlayerEvent.StreamWithdrawn(IMPORT)),
            Map.entry("event-import-accepted", new ImportEvent.ImportAccepted("music.csv", "csv", false)),
            Map.entry("event-import-progress", new ImportEvent.ImportProgress(500, 480, 15, 5)),
            Map.entry(
                    "event-import-ended",
                    new ImportEvent.ImportEnded(ImportEvent.ImportEnded.Outcome.COMPLETE, 1_200, 1_150, 40, 10)),
            Map.entry("event-publication-accepted", new PublicationEvent.PublicationAccepted(QUESTION, 7)),
            Map.entry(
                    "event-publication-step",
                    new PublicationEvent.PublicationStep(PublicationEvent.Step.CLEAN_TEXTS, 2, 7)),
            Map.entry(
                    "event-publication-ended",
                    new PublicationEvent.PublicationEnded(
                            PublicationEvent.PublicationEnded.Outcome.PUBLISHED, 3, null, null)),
            Map.entry("event-media-arrived", new MediaEvent.MediaArrived(MediaEvent.Kind.PICTURE, 48_213)),
            Map.entry("event-media-ready", new MediaEvent.MediaReady(MediaEvent.Review.PENDING)),
            Map.entry("event-media-refused", new MediaEvent.MediaRefused("unreadable")),
            Map.entry("event-media-reviewed", new MediaEvent.MediaReviewed(MediaEvent.Review.APPROVED)),
            Map.entry("event-media-removed", new MediaEvent.MediaRemoved()),
            Map.entry("event-player-merged", new PlayerEvent.PlayerMerged(BOB, ADA)),
            Map.entry(
                    "event-device-signed-out",
                    new PlayerEvent.DeviceSignedOut(DEVICE, PlayerEvent.DeviceSignedOut.Reason.TOKEN_REUSED)),
            Map.entry(
                    "event-medium-changed",
                    new PlayerEvent.MediumChanged(
                            IDENTITY,
                            PlayerEvent.MediumChanged.Status.READY,
                            PlayerEvent.MediumChanged.Review.PENDING)),
            Map.entry("event-export-ready", new PlayerEvent.ExportReady(1_700_000_000_000L)));

    private GoldenMessages() {}

    private static ClientMessage.Answer answer(String value, List<Integer> order, String text) {
        return new ClientMessage.Answer("c2", MATCH, 3, null, 2_000, value, order, text);
    }

    private static MatchSnapshot snapshot() {
        return new MatchSnapshot(
                MATCH,
                MatchKind.ROOM,
                MatchPhase.OPEN,
                3,
                10,
                Scoring.KAHOOT,
                "123456",
                BOB,
                1,
                List.of(new MatchSnapshot.Member(ADA, "Ada", false, 967, 1)),
                null,
                new MatchSnapshot.Round(
                        3,
                        "Geography",
                        "easy",
                        QuestionType.SINGLE,
                        "What is the capital of France?",
                        null,
                        30_000,
                        CHOICES,
                        T,
                        T + 30_000,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                new MatchSnapshot.You(MatchSnapshot.Role.PLAYER, new GivenAnswer(List.of(1), 2_000), 967, 1));
    }
}
