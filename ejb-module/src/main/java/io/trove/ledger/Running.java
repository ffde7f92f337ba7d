package io.trove.ledger;

import io.trove.crypto.Seeds;
import io.trove.event.Flakes;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The appends of this server, put together from what the container gives. */
@ApplicationScoped
class Running {

    private static final System.Logger LOG = System.getLogger("io.trove.ledger");

    @Resource(lookup = "jdbc/trove", shareable = false)
    private DataSource source;

    @Inject
    @ConfigProperty(name = "TROVE_ORIGIN")
    private String origin;

    @Inject
    private Config config;

    @Inject
    private Flakes flakes;

    @Inject
    private Seeds seeds;

    @Inject
    private Mentions mentions;

    @Inject
    private Event<Appending> appending;

    @Inject
    private Event<Appended> appended;

    private Appends appends;
    private Genesis genesis;

    @PostConstruct
    void assemble() {
        try {
            Storage storage = Storage.of(source, Clock.systemUTC());
            appends = new Appends(
                    storage,
                    Bounds.configured(name -> config.getValue(name, String.class)),
                    flakes,
                    seeds,
                    mentions,
                    appending::fire,
                    this::tell);
            genesis = new Genesis(storage, flakes, seeds, appending::fire);
        } catch (SQLException failure) {
            throw StoreUnavailable.nothingWritten(failure);
        }
    }

    /** Those who take no time are told at once, all others by threads of their own; neither can break an append. */
    private void tell(Appended batch) {
        try {
            appended.fire(batch);
            appended.fireAsync(batch);
        } catch (RuntimeException broken) {
            LOG.log(Level.ERROR, "Whoever waits for events of " + batch.ledger().name() + " was not told", broken);
        }
    }

    Appends appends() {
        return appends;
    }

    Optional<Ledger> create(LedgerName name, String publicKey) {
        return genesis.create(name, origin, publicKey);
    }
}
