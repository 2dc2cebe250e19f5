package app.vstrivia.realtime.platform.observe;

import app.vstrivia.model.observe.MetricsPage;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class RealtimeMetricsPageTest {
    @Test
    void whatTheSocketsCountIsOnThePage() throws IOException {
        MetricsPage.assertTells("Sockets", RealtimeMetric.values());
    }
}
