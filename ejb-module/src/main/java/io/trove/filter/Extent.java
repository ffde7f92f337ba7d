package io.trove.filter;

import io.trove.event.Json;
import java.util.List;

/** A part of a ledger: the events that any of some filters means, and none of others. */
public record Extent(List<Filter> any, List<Filter> none) {

    private static final Extent ALL = new Extent(List.of(Filter.all()), List.of());

    public Extent {
        any = any.stream().anyMatch(Filter::isAll) ? List.of(Filter.all()) : List.copyOf(any);
        none = List.copyOf(none);
    }

    /** The whole ledger. */
    public static Extent all() {
        return ALL;
    }

    public boolean isAll() {
        return none.isEmpty() && hasNoBounds();
    }

    /** Whether no filter bounds it, but for those whose events it is without. */
    boolean hasNoBounds() {
        return any.equals(ALL.any);
    }

    /** Whether the kept document at this position belongs to it. */
    public boolean contains(long position, Json document) {
        var event = new Subject.Document(position, document);
        return any.stream().anyMatch(filter -> filter.matches(event))
                && none.stream().noneMatch(filter -> filter.matches(event));
    }

    /** Whether an event with these marks belongs to it, where its filters ask for nothing else. */
    public boolean contains(Marks marks) {
        var event = new Subject.Marked(marks);
        return any.stream().anyMatch(filter -> filter.matches(event))
                && none.stream().noneMatch(filter -> filter.matches(event));
    }

    /** The same text for extents that are made of the same filters. */
    public String text() {
        return Json.array(List.of(
                        any.stream().map(Filter::toString).toList(),
                        none.stream().map(Filter::toString).toList()))
                .toString();
    }
}
