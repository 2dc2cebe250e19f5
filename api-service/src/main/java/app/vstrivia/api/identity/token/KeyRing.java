package app.vstrivia.api.identity.token;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which key signs, and whose tokens are good. A new key is published for a while before it signs, so that all who verify
 * know it by then; one that is taken away goes on signing until its successor may, and is published until its last token
 * has expired.
 */
final class KeyRing {
    private final Duration publishAhead;
    private final Duration keepAfter;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private SigningKey signer;
    private volatile Map<String, SigningKey> published = Map.of();

    /**
     * @param publishAhead how long a key is published before it signs
     * @param keepAfter how long a key is published after it was taken away and signs no more
     */
    KeyRing(Duration publishAhead, Duration keepAfter) {
        this.publishAhead = publishAhead;
        this.keepAfter = keepAfter;
    }

    /**
     * Notes which keys there are. Of those that have been there for long enough the last one signs; while there is none, the
     * one that signed before, or the first.
     *
     * @param present not empty the first time
     */
    synchronized void update(List<SigningKey> present, Instant now) {
        present.forEach(key -> entries.computeIfAbsent(key.id(), id -> new Entry(key, now)).keepUntil = null);
        for (SigningKey key : present) {
            if (signer == null
                    || !entries.get(key.id()).seenAt.plus(publishAhead).isAfter(now)) {
                signer = entries.get(key.id()).key;
            }
        }
        entries.values().stream()
                .filter(entry -> entry.keepUntil == null && !present.contains(entry.key) && !entry.key.equals(signer))
                .forEach(entry -> entry.keepUntil = now.plus(keepAfter));
        entries.values().removeIf(entry -> entry.keepUntil != null && now.isAfter(entry.keepUntil));
        Map<String, SigningKey> all = new LinkedHashMap<>();
        entries.forEach((id, entry) -> all.put(id, entry.key));
        published = all;
    }

    /** The key that signs. */
    synchronized SigningKey signer() {
        return signer;
    }

    /** Every key whose tokens are good, or soon will be. */
    List<SigningKey> published() {
        return List.copyOf(published.values());
    }

    Optional<SigningKey> published(String id) {
        return Optional.ofNullable(published.get(id));
    }

    private static final class Entry {
        private final SigningKey key;
        private final Instant seenAt;
        /** Null while the key is there, or signs. */
        private Instant keepUntil;

        Entry(SigningKey key, Instant seenAt) {
            this.key = key;
            this.seenAt = seenAt;
        }
    }
}
