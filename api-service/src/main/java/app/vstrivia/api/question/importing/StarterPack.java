package app.vstrivia.api.question.importing;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import org.jboss.logging.Logger;

/**
 * The questions that ship with the product: they enter an empty bank at start-up. Several replicas may start at once;
 * fingerprints keep the pack from entering twice.
 */
@ApplicationScoped
public class StarterPack {
    static final String NAME = "starter-pack.json";

    private static final Logger LOG = Logger.getLogger(StarterPack.class);

    private final StarterPackConfig config;
    private final ImportStore store;
    private final ImportService service;

    StarterPack(StarterPackConfig config, ImportStore store, ImportService service) {
        this.config = config;
        this.store = store;
        this.service = service;
    }

    void onStart(@Observes StartupEvent event) throws IOException {
        if (config.importing() && store.isEmpty()) {
            ImportReport report = importNow();
            LOG.infof("starter pack imported added=%d duplicates=%d", report.added(), report.duplicates());
        }
    }

    /** Imports the pack, whatever the bank holds. Blocks. */
    public ImportReport importNow() throws IOException {
        ImportRequest request = new ImportRequest("vstrivia", NAME, null, null);
        try (FileImport pack = service.open(request, StarterPack::open)) {
            return pack.run(progress -> {});
        }
    }

    static InputStream open() {
        return StarterPack.class.getResourceAsStream("/" + NAME);
    }
}
