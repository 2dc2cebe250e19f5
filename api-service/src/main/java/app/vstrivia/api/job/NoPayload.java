package app.vstrivia.api.job;

import com.github.kagkarlsson.scheduler.serializer.Serializer;

/** A row names a thing and carries nothing else; what stands in the table is never turned into objects. */
final class NoPayload implements Serializer {
    @Override
    public byte[] serialize(Object payload) {
        return null;
    }

    @Override
    public <T> T deserialize(Class<T> type, byte[] payload) {
        return null;
    }
}
