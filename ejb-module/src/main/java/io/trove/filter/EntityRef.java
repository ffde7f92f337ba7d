package io.trove.filter;

import java.util.Comparator;

/** An entity by its type and id. */
public record EntityRef(String type, String id) implements Comparable<EntityRef> {

    private static final Comparator<EntityRef> ORDER =
            Comparator.comparing(EntityRef::type).thenComparing(EntityRef::id);

    @Override
    public int compareTo(EntityRef other) {
        return ORDER.compare(this, other);
    }
}
