package app.vstrivia.model.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What happens to a file of questions that is imported in the background, on the stream {@code import:…} of its owner. */
public sealed interface ImportEvent extends EventBody {

    /**
     * The file is there, and its turn comes.
     *
     * @param name the file's; empty if it has none
     * @param format as the import names it
     * @param dryRun nothing will be changed
     */
    record ImportAccepted(String name, String format, boolean dryRun) implements ImportEvent {
        @Override
        public String eventKind() {
            return "import-accepted";
        }
    }

    /** So far; at most one in a second. {@code read = added + duplicates + refused}. */
    record ImportProgress(int read, int added, int duplicates, int refused) implements ImportEvent {
        @Override
        public String eventKind() {
            return "import-progress";
        }
    }

    /** Nothing follows; the report can be fetched. */
    record ImportEnded(Outcome outcome, int read, int added, int duplicates, int refused) implements ImportEvent {
        /** How. */
        public enum Outcome {
            /** To the end of the file. */
            @JsonProperty("complete")
            COMPLETE,
            /** At a place that cannot be read; what came before it stays. */
            @JsonProperty("interrupted")
            INTERRUPTED,
            /** By who may; what was added until then stays. */
            @JsonProperty("cancelled")
            CANCELLED
        }

        @Override
        public String eventKind() {
            return "import-ended";
        }
    }
}
