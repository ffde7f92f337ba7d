package io.trove.links;

import io.trove.filter.Tables;
import io.trove.ledger.Appended;
import io.trove.ledger.Head;
import io.trove.ledger.Ledger;
import io.trove.ledger.StoreUnavailable;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Lets questions be answered from memory where that has seen enough, and by the database everywhere else. */
@ApplicationScoped
class Walks {

    private static final System.Logger LOG = System.getLogger("io.trove.links");

    /** So few positions are read while somebody waits. */
    private static final long WAITED_FOR_MAX = 10_000;

    @Inject
    private LinkStore store;

    @Inject
    @ConfigProperty(name = "TROVE_GRAPH_BYTES_MAX")
    private long bytesMax;

    @Resource
    private ManagedExecutorService threads;

    private Memory memory;

    /** What is answered over a footing. */
    interface Answer<T> {
        T over(Footing footing) throws SQLException;
    }

    @PostConstruct
    void open() {
        memory = new Memory(bytesMax);
    }

    /** Answers as of a position of a ledger that stands at this head. */
    <T> T answering(Ledger ledger, Head head, long before, Answer<T> answer) {
        catchUp(ledger, head, before);
        return store.reading(ledger, tables -> answer(memory, tables, ledger, head, before, answer));
    }

    static <T> T answer(Memory memory, Tables tables, Ledger ledger, Head head, long before, Answer<T> answer)
            throws SQLException {
        Optional<T> remembered =
                memory.ask(ledger, head, before, (graph, names) -> answer.over(Footing.held(graph, names, tables)));
        return remembered.isPresent() ? remembered.get() : answer.over(Footing.stored(tables));
    }

    private void catchUp(Ledger ledger, Head head, long before) {
        long seen = memory.seen(ledger.id());
        if (seen >= before || !memory.mayHold(ledger.id())) {
            return;
        }
        if (head.size() - Math.max(0, seen) <= WAITED_FOR_MAX) {
            memory.reach(ledger, head, store.source());
        } else {
            threads.execute(() -> read(ledger, head));
        }
    }

    private void read(Ledger ledger, Head head) {
        try {
            memory.reach(ledger, head, store.source());
        } catch (StoreUnavailable away) {
            LOG.log(Level.INFO, "The graph of " + ledger.name() + " is read when it is asked for again", away);
        }
    }

    /** A graph that is held reads on; where none is, nothing is to be done. */
    void follow(@Observes Appended appended) {
        if (memory.seen(appended.ledger().id()) >= 0) {
            threads.execute(() -> readOn(appended));
        }
    }

    private void readOn(Appended appended) {
        try {
            memory.follow(appended, store.source());
        } catch (StoreUnavailable away) {
            LOG.log(
                    Level.INFO,
                    "The graph of " + appended.ledger().name() + " is read on when it is asked again",
                    away);
        }
    }
}
