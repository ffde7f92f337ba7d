package io.trove.entities;

import io.trove.ledger.Ledger;
import io.trove.ledger.LedgerId;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What this server has laid on piles, for as long as it builds from that. Another server lays for itself, and whoever comes
 * back after a while, or after a crash, lays anew: nothing is kept that a job would need.
 */
@ApplicationScoped
class Sorting {

    /** So many generations are built by this server at once; others wait. */
    static final int AT_ONCE_MAX = 2;

    private static final long IDLE_NANOS_MAX = 60_000_000_000L;
    private static final String PILES = "piles";
    private static final System.Logger LOG = System.getLogger("io.trove.entities");

    @Inject
    @ConfigProperty(name = "TROVE_HOME")
    private String home;

    private final Map<Key, Use> inUse = new HashMap<>();

    private record Key(LedgerId ledger, long generation) {}

    /** Who builds from what was laid, and since when nobody does. */
    private static final class Use {
        private final Laying laying;
        private int users;
        private long idleSince;

        private Use(Laying laying) {
            this.laying = laying;
        }
    }

    /** What is done with what is laid. */
    interface Work<T> {
        T with(Laying laying);
    }

    /** Nothing when this server builds as many others as it does at once. */
    <T> Optional<T> with(Ledger ledger, Generation generation, Spread spread, long below, Work<T> work) {
        Optional<Use> use = taken(new Key(ledger.id(), generation.number()), spread, below);
        boolean done = false;
        try {
            Optional<T> worked = use.map(it -> work.with(it.laying));
            done = true;
            return worked;
        } finally {
            if (use.isPresent()) {
                left(use.get(), done);
            }
        }
    }

    private synchronized Optional<Use> taken(Key key, Spread spread, long below) {
        if (!inUse.containsKey(key)) {
            tidy();
            if (inUse.size() >= AT_ONCE_MAX) {
                return Optional.empty();
            }
            try {
                inUse.put(key, new Use(new Laying(Path.of(home, PILES), spread, below)));
            } catch (IOException failure) {
                throw new NoRoomForPiles(failure);
            }
        }
        Use use = inUse.get(key);
        use.users++;
        return Optional.of(use);
    }

    /** What broke off may have been laid by half, and is laid anew. */
    private synchronized void left(Use use, boolean done) {
        use.users--;
        use.idleSince = System.nanoTime();
        if (!done && inUse.values().remove(use)) {
            close(use);
        }
    }

    /** A generation is built. */
    synchronized void forget(Ledger ledger, Generation generation) {
        Use use = inUse.get(new Key(ledger.id(), generation.number()));
        if (use != null && use.users == 0) {
            inUse.values().remove(use);
            close(use);
        }
    }

    /** Forgets what nobody has built from for a while. */
    synchronized void tidy() {
        long now = System.nanoTime();
        inUse.values().removeIf(use -> {
            boolean idle = use.users == 0 && now - use.idleSince > IDLE_NANOS_MAX;
            if (idle) {
                close(use);
            }
            return idle;
        });
    }

    @PreDestroy
    synchronized void closeAll() {
        inUse.values().forEach(Sorting::close);
        inUse.clear();
    }

    private static void close(Use use) {
        try {
            use.laying.close();
        } catch (IOException failure) {
            LOG.log(Level.WARNING, "A file of piles is not closed: {0}", failure.getMessage());
        }
    }
}
