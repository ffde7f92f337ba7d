package io.trove.container;

import io.trove.ledger.Appended;
import io.trove.ledger.Appending;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An application inside the EAR that watches appends. */
@ApplicationScoped
class Observed {

    private final List<String> typesBeforeCommit = new CopyOnWriteArrayList<>();
    private final List<Appended> afterCommit = new CopyOnWriteArrayList<>();

    void before(@Observes Appending batch) {
        batch.events().forEach(placed -> typesBeforeCommit.add(placed.event().type()));
    }

    void after(@ObservesAsync Appended batch) {
        afterCommit.add(batch);
    }

    boolean sawBeforeCommit(String type) {
        return typesBeforeCommit.contains(type);
    }

    boolean sawAfterCommit(long position) {
        return afterCommit.stream().anyMatch(batch -> batch.from() <= position && position < batch.to());
    }
}
