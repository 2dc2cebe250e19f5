package app.vstrivia.api.platform.address;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;
import java.util.List;
import java.util.Optional;

/** Who stands between the clients and this service. */
@ConfigMapping(prefix = "trivia.edge")
interface AddressConfig {
    /** Networks such as {@code 10.0.0.0/8}, or addresses, whose {@code X-Forwarded-For} is believed; none by default. */
    @WithName("trusted-proxies")
    Optional<List<String>> trustedProxies();
}
