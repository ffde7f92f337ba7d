package io.trove.start;

import io.trove.ledger.Bounds;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.BeforeShutdown;
import jakarta.enterprise.inject.spi.Extension;
import java.nio.file.Path;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Looks at what the server is given before any bean exists, and so before any database is opened. */
public class Preflight implements Extension {

    /** Set once this process may be listening on its ports itself: a redeployment must not mistake it for another. */
    private static final String LISTENING = "trove.listening";

    private Home home;

    void check(@Observes BeforeBeanDiscovery beginning) {
        try {
            Config config = ConfigProvider.getConfig();
            home = Home.claim(Path.of(config.getValue("TROVE_HOME", String.class)));
            Bounds.configured(name -> config.getValue(name, String.class));
            Numbers.check(name -> config.getValue(name, String.class));
            DatabaseUrl.known(config.getValue("TROVE_DB_URL", String.class));
            Certificate.opens(
                    Path.of(config.getValue("TROVE_TLS_KEYSTORE", String.class)),
                    config.getValue("TROVE_TLS_PASSWORD", String.class));
            if (!Boolean.getBoolean(LISTENING)) {
                String host = config.getValue("TROVE_HTTP_HOST", String.class);
                Ports.free(host, "TROVE_HTTP_PORT", config.getValue("TROVE_HTTP_PORT", String.class));
                Ports.free(host, "TROVE_HTTPS_PORT", config.getValue("TROVE_HTTPS_PORT", String.class));
                System.setProperty(LISTENING, "true");
                Watch.begin();
            }
        } catch (RuntimeException failure) {
            Refused.end(Refused.sentence(failure));
        }
    }

    void release(@Observes BeforeShutdown end) {
        home.release();
    }
}
