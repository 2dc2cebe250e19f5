package app.vstrivia.model.protocol;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.match.MatchKind;
import app.vstrivia.model.stream.StreamId;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;

/** What happens to one player, on the stream {@code player:…} that only this player reads. */
public sealed interface PlayerEvent extends EventBody {

    /** A waiting ticket was paired. */
    record MatchFound(MatchId match, MatchKind kind) implements PlayerEvent {
        @Override
        public String eventKind() {
            return "match-found";
        }
    }

    /** The player is no longer in a match: left it, or was put out of it. */
    record MatchLeft(MatchId match) implements PlayerEvent {
        @Override
        public String eventKind() {
            return "match-left";
        }
    }

    /**
     * One more device speaks for the player.
     *
     * @param name what the player calls it; null if it has no name
     */
    record DeviceAdded(UUID device, String name) implements PlayerEvent {
        @Override
        public String eventKind() {
            return "device-added";
        }
    }

    /** What a device was let in with is void; it may be the one that reads this. */
    record DeviceSignedOut(UUID device, Reason reason) implements PlayerEvent {
        /** Why. */
        public enum Reason {
            /** The player took its access. */
            @JsonProperty("revoked")
            REVOKED,
            /** A refresh token was used twice: somebody may have stolen it. */
            @JsonProperty("token-reused")
            TOKEN_REUSED
        }

        @Override
        public String eventKind() {
            return "device-signed-out";
        }
    }

    /**
     * What the player asked to have of all that is known about them can be fetched.
     *
     * @param keptUntil when it is thrown away, in ms since 1970
     */
    record ExportReady(long keptUntil) implements PlayerEvent {
        @Override
        public String eventKind() {
            return "export-ready";
        }
    }

    /**
     * Somebody may sign in as the player with an identity of a provider from now on.
     *
     * @param identity as the player's list of them names it
     */
    record IdentityLinked(UUID identity, String provider) implements PlayerEvent {
        @Override
        public String eventKind() {
            return "identity-linked";
        }
    }

    /** Nobody may sign in with that identity any more; devices keep their access. */
    record IdentityUnlinked(UUID identity) implements PlayerEvent {
        @Override
        public String eventKind() {
            return "identity-unlinked";
        }
    }

    /** A picture or video of the player is ready or refused, or moderation has decided on it. */
    record MediumChanged(UUID medium, Status status, Review review) implements PlayerEvent {
        /** Whether there is something to show. */
        public enum Status {
            @JsonProperty("ready")
            READY,
            /** It is nothing that is taken. */
            @JsonProperty("refused")
            REFUSED
        }

        /** Who may see it. */
        public enum Review {
            /** The owner alone, until somebody decides. */
            @JsonProperty("pending")
            PENDING,
            /** Others, too. */
            @JsonProperty("approved")
            APPROVED,
            /** The owner alone. */
            @JsonProperty("refused")
            REFUSED
        }

        @Override
        public String eventKind() {
            return "medium-changed";
        }
    }

    /** One player became part of another, and is nobody any more; on the streams of both. */
    record PlayerMerged(PlayerId from, PlayerId into) implements PlayerEvent {
        @Override
        public String eventKind() {
            return "player-merged";
        }
    }

    /** The player may not watch a stream any more, or it is gone. */
    record StreamWithdrawn(StreamId stream) implements PlayerEvent {
        @Override
        public String eventKind() {
            return "stream-withdrawn";
        }
    }
}
