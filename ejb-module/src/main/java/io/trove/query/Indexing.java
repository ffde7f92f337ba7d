package io.trove.query;

import io.trove.event.IndexKey;
import io.trove.filter.KeyText;
import io.trove.ledger.Appending;
import io.trove.ledger.Column;
import io.trove.ledger.Placed;
import io.trove.ledger.Table;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Writes each event's index keys with it, so that whoever can see the event can find it by them. */
@ApplicationScoped
class Indexing {

    private static final Table EVENT_KEY =
            new Table("event_key", Column.text("name"), Column.text("value"), Column.number("position"));

    void index(@Observes Appending batch) {
        for (Placed event : batch.events()) {
            event.event().indexKeys().stream().distinct().forEach(key -> batch.contribute(row(event.position(), key)));
        }
    }

    private static io.trove.ledger.Row row(long position, IndexKey key) {
        return EVENT_KEY.row(key.name(), KeyText.of(key.value()), position);
    }
}
