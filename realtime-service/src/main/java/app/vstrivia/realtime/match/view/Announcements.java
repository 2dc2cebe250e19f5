package app.vstrivia.realtime.match.view;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.protocol.ProtocolCodec;
import app.vstrivia.model.protocol.ServerMessage;
import app.vstrivia.model.valkey.ChannelListener;
import app.vstrivia.realtime.match.clock.MatchClock;
import app.vstrivia.realtime.platform.observe.RealtimeMetric;
import app.vstrivia.realtime.platform.time.DatabaseClock;
import app.vstrivia.realtime.wire.Frame;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.pubsub.ReactivePubSubCommands;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;

/**
 * The host's words to all who are there: at once to those on this replica, over Valkey to those on others, if there are
 * any. They are kept nowhere; while Valkey is away the other replicas do not get them.
 */
@ApplicationScoped
public class Announcements {
    private static final String CHANNEL = "trivia:announce";

    private final String self = UUID.randomUUID().toString();
    private final LiveMatches matches;
    private final MatchClock serving;
    private final DatabaseClock clock;
    private final ReactivePubSubCommands<String> channel;
    private final ChannelListener listener;
    private final Counter lost;

    Announcements(
            LiveMatches matches,
            MatchClock serving,
            DatabaseClock clock,
            ReactiveRedisDataSource valkey,
            Vertx vertx,
            MeterRegistry metrics) {
        this.matches = matches;
        this.serving = serving;
        this.clock = clock;
        this.channel = valkey.pubsub(String.class);
        this.listener = new ChannelListener(valkey, vertx, List.of(CHANNEL), this::hear, () -> {});
        this.lost = RealtimeMetric.NOTICES_LOST.counter(metrics, "announcement");
    }

    void start(@Observes StartupEvent started) {
        listener.start();
    }

    void stop(@Observes ShutdownEvent stopped) {
        listener.stop();
    }

    public void announce(LiveMatch match, String text) {
        ServerMessage.Announcement announcement = new ServerMessage.Announcement(match.id(), text, clock.now());
        match.stream().tell(Frame.of(announcement));
        if (serving.isServedElsewhere(match.id())) {
            String message = self + ' ' + match.id() + ' ' + ProtocolCodec.encode(announcement);
            channel.publish(CHANNEL, message).subscribe().with(done -> {}, failure -> lost.increment());
        }
    }

    private void hear(String message) {
        String[] parts = message.split(" ", 3);
        if (!parts[0].equals(self)) {
            matches.served(MatchId.parse(parts[1]))
                    .ifPresent(match -> match.stream().tell(Frame.of(parts[2])));
        }
    }
}
