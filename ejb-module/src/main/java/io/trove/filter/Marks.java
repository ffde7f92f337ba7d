package io.trove.filter;

import io.trove.event.IndexKey;
import io.trove.event.Pending;
import java.util.List;
import java.util.Optional;

/** What the indexes know an event by, without the event: enough for a filter that
 * {@link Filter#notIndexed()} clears, and for what a caller may see. */
public record Marks(
        String type,
        String entityType,
        Optional<String> entityId,
        String actorType,
        String actorId,
        String producer,
        List<IndexKey> indexKeys) {

    private static final int CHARS_A_UNIT = 64;

    public Marks {
        indexKeys = List.copyOf(indexKeys);
    }

    /** Those of an event on its way to the disk. */
    public static Marks of(Pending event) {
        return new Marks(
                event.type(),
                event.entityType(),
                event.entityId(),
                event.actor().type(),
                event.actor().id(),
                event.producer(),
                event.indexKeys());
    }

    /** How much memory they hold, in units of which an event without index keys has one. */
    public int weight() {
        int weight = 1;
        for (IndexKey key : indexKeys) {
            weight += 1 + key.value().text().map(String::length).orElse(0) / CHARS_A_UNIT;
        }
        return weight;
    }
}
