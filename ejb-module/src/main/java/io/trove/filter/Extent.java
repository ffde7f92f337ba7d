package io.trove.filter;

import io.trove.event.Json;
import io.trove.event.KeptMembers;
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
        return contains(Subject.Document.of(position, document));
    }

    /** The same, of which no more is parsed than is asked for. */
    public boolean contains(long position, KeptMembers document) {
        return contains(Subject.Document.of(position, document));
    }

    /** Whether an event with these marks belongs to it, where its filters ask for nothing else. */
    public boolean contains(Marks marks) {
        return contains(new Subject.Marked(marks));
    }

    private boolean contains(Subject event) {
        return anyMeans(any, event) && !anyMeans(none, event);
    }

    private static boolean anyMeans(List<Filter> filters, Subject event) {
        for (Filter filter : filters) {
            if (filter.matches(event)) {
                return true;
            }
        }
        return false;
    }

    /** The same text for extents that are made of the same filters. */
    public String text() {
        return Json.array(List.of(
                        any.stream().map(Filter::toString).toList(),
                        none.stream().map(Filter::toString).toList()))
                .toString();
    }
}
