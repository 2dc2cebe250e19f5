package app.vstrivia.api.platform.idempotency;

import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Every query on {@code idempotency_record}. */
@ApplicationScoped
class RecordStore {
    /** The key that lets one request have an id. */
    static final String UNIQUE_KEY = "PRIMARY";

    /** How long a claim holds without an answer, in seconds: longer than any request takes. */
    private static final int CLAIM_SECONDS = 30;

    private static final int KEPT_HOURS = 24;

    private final Pool pool;

    RecordStore(Pool pool) {
        this.pool = pool;
    }

    /** Fails if there is a record with this id. */
    Uni<Void> claim(Claim claim) {
        return pool.preparedQuery(
                        "INSERT INTO idempotency_record (id, salt, fingerprint, holder, held_until, expires_at)"
                                + " VALUES (?, ?, ?, ?, NOW(6) + INTERVAL " + CLAIM_SECONDS + " SECOND,"
                                + " NOW(6) + INTERVAL " + KEPT_HOURS + " HOUR)")
                .execute(Values.of(
                        Buffer.buffer(claim.id()),
                        Buffer.buffer(claim.salt()),
                        Buffer.buffer(claim.seal().fingerprint()),
                        claim.holder()))
                .replaceWithVoid();
    }

    Uni<Optional<Found>> find(byte[] id) {
        return pool.preparedQuery("SELECT salt, fingerprint, holder, answer, expires_at <= NOW(6) AS expired,"
                        + " held_until > NOW(6) AS held FROM idempotency_record WHERE id = ?")
                .execute(Values.of(Buffer.buffer(id)))
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new Found(
                                row.getBuffer("salt").getBytes(),
                                row.getBuffer("fingerprint").getBytes(),
                                UuidV7.fromBuffer(row.getBuffer("holder")),
                                row.getBuffer("answer") == null
                                        ? null
                                        : row.getBuffer("answer").getBytes(),
                                row.getInteger("expired") == 1,
                                row.getInteger("held") == 1)));
    }

    /** Takes the record of {@code former}, which has run out or expired; false if somebody else did. */
    Uni<Boolean> takeOver(Claim claim, UUID former) {
        return pool.preparedQuery("UPDATE idempotency_record SET salt = ?, fingerprint = ?, holder = ?, answer = NULL,"
                        + " held_until = NOW(6) + INTERVAL " + CLAIM_SECONDS + " SECOND,"
                        + " expires_at = NOW(6) + INTERVAL " + KEPT_HOURS + " HOUR WHERE id = ? AND holder = ?"
                        + " AND (expires_at <= NOW(6) OR answer IS NULL AND held_until <= NOW(6))")
                .execute(Values.of(
                        Buffer.buffer(claim.salt()),
                        Buffer.buffer(claim.seal().fingerprint()),
                        claim.holder(),
                        Buffer.buffer(claim.id()),
                        former))
                .map(rows -> rows.rowCount() == 1);
    }

    /** Notes the answer, unless the claim ran out and went to somebody else. */
    Uni<Void> keep(Claim claim, byte[] answer) {
        return pool.preparedQuery("UPDATE idempotency_record SET answer = ? WHERE id = ? AND holder = ?")
                .execute(Values.of(Buffer.buffer(answer), Buffer.buffer(claim.id()), claim.holder()))
                .replaceWithVoid();
    }

    /** Gives the claim up. */
    Uni<Void> release(Claim claim) {
        return pool.preparedQuery("DELETE FROM idempotency_record WHERE id = ? AND holder = ? AND answer IS NULL")
                .execute(Values.of(Buffer.buffer(claim.id()), claim.holder()))
                .replaceWithVoid();
    }

    /** A request's hold on its key. */
    record Claim(byte[] id, byte[] salt, Seal seal, UUID holder) {
        static Claim of(IdempotencyKey key, byte[] body) {
            byte[] salt = Seal.newSalt();
            return new Claim(key.id(), salt, new Seal(key, salt, body), UUID.randomUUID());
        }
    }

    /** A record; {@code answer} is null while there is none. */
    record Found(byte[] salt, byte[] fingerprint, UUID holder, byte[] answer, boolean expired, boolean held) {
        boolean free() {
            return expired || answer == null && !held;
        }
    }
}
