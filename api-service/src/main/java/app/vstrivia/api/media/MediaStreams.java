package app.vstrivia.api.media;

import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.protocol.MediaEvent;
import app.vstrivia.model.stream.StreamId;
import app.vstrivia.model.stream.StreamReader;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** The stream of each medium, which its owner may watch. */
final class MediaStreams {
    private MediaStreams() {}

    static StreamId of(UUID medium) {
        return new StreamId(StreamId.Kind.MEDIA, medium);
    }

    /** That of one that the transaction adds. */
    static Uni<Void> open(Transaction transaction, UUID medium, PlayerId owner) {
        StreamId stream = of(medium);
        return transaction.create(stream).chain(() -> transaction.admit(new StreamReader(stream, owner)));
    }

    /** What happens to one that the transaction has locked; of nobody's there is nobody to tell. */
    static Uni<Void> tell(Transaction transaction, Medium medium, MediaEvent event) {
        if (medium.isNobodys()) {
            return Uni.createFrom().voidItem();
        }
        StreamId stream = of(medium.id());
        return transaction
                .exists(stream)
                // the version before makes none
                .chain(there -> there ? Uni.createFrom().voidItem() : open(transaction, medium.id(), medium.owner()))
                .invoke(() -> transaction.tell(stream, event));
    }

    /** Takes that of one that is gone; nothing happens if it is gone, too. */
    static Uni<Void> close(Transaction transaction, UUID medium) {
        StreamId stream = of(medium);
        return transaction.withdrawAll(stream).chain(() -> transaction.drop(stream));
    }
}
