package app.vstrivia.local.client;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Answers that have no ack yet. Each is sent again and again: a lost message must not lose an answer. */
final class PendingAnswers {
    private static final Duration RESEND = Duration.ofSeconds(3);

    private record Waiting(String match, String text, CompletableFuture<Ack> ack, ScheduledFuture<?> resend) {}

    private final ScheduledExecutorService scheduler;
    private final Consumer<String> sender;
    private final Map<String, Waiting> waiting = new LinkedHashMap<>();

    /** @param sender drops what it cannot send now */
    PendingAnswers(ScheduledExecutorService scheduler, Consumer<String> sender) {
        this.scheduler = scheduler;
        this.sender = sender;
    }

    synchronized CompletableFuture<Ack> add(String id, String match, String text) {
        CompletableFuture<Ack> ack = new CompletableFuture<>();
        ScheduledFuture<?> resend = scheduler.scheduleWithFixedDelay(
                () -> sender.accept(text), RESEND.toMillis(), RESEND.toMillis(), TimeUnit.MILLISECONDS);
        waiting.put(id, new Waiting(match, text, ack, resend));
        return ack;
    }

    synchronized int size() {
        return waiting.size();
    }

    /** The texts to send, in the order in which they were given. */
    synchronized List<String> texts() {
        return waiting.values().stream().map(Waiting::text).toList();
    }

    /** The match that an answer without an ack belongs to. */
    synchronized Optional<String> matchOf(String id) {
        return Optional.ofNullable(waiting.get(id)).map(Waiting::match);
    }

    void acknowledged(Ack ack) {
        take(ack.id()).ifPresent(done -> done.ack.complete(ack));
    }

    /** The server will never take this answer; {@code code} says why. */
    void refused(String id, String code) {
        take(id).ifPresent(
                        done -> done.ack.completeExceptionally(new IOException("answer " + id + " got error " + code)));
    }

    private synchronized Optional<Waiting> take(String id) {
        Waiting done = waiting.remove(id);
        if (done != null) {
            done.resend.cancel(false);
        }
        return Optional.ofNullable(done);
    }

    void giveUp(String reason) {
        List<Waiting> lost;
        synchronized (this) {
            lost = List.copyOf(waiting.values());
            waiting.clear();
        }
        for (Waiting answer : lost) {
            answer.resend.cancel(false);
            answer.ack.completeExceptionally(new IOException(reason));
        }
    }
}
