package app.vstrivia.api.platform.observe;

import app.vstrivia.model.observe.MetricsPage;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ApiMetricsPageTest {
    @Test
    void whatTheApiCountsIsOnThePage() throws IOException {
        MetricsPage.assertTells("API", ApiMetric.values());
    }
}
