package io.trove.console;

import io.trove.event.SchemaId;
import io.trove.filter.Filter;
import io.trove.query.Order;
import io.trove.query.Page;
import io.trove.query.PageRequest;
import io.trove.query.Query;
import io.trove.registry.Registry;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** An entity's own events, the newest first, a page at a time; it begins so that the shown version is on it. */
@Named
@RequestScoped
public class Timeline {
    private static final int SHOWN = 30;
    private static final String OLDER = "older";
    private static final String NEWER = "newer";

    @Inject
    private Chosen chosen;

    @Inject
    private Entity entity;

    @Inject
    private Query query;

    @Inject
    private Registry registry;

    private Optional<Stretch> read = Optional.empty();

    /** What is shown of it, and whether there is more on either side. */
    private record Stretch(List<EventFacts> events, boolean hasOlder, boolean hasNewer) {}

    private Stretch stretch() {
        if (read.isEmpty()) {
            read = Optional.of(upwards().orElseGet(this::downwards));
        }
        return read.orElseThrow();
    }

    /** Behind a position; when that does not fill a page, the newest page has it all. */
    private Optional<Stretch> upwards() {
        return asked(NEWER)
                .map(position -> page("after", position, Order.ASC))
                .filter(page -> page.items().size() == SHOWN)
                .map(page -> {
                    var events = new ArrayList<>(facts(page));
                    Collections.reverse(events);
                    return new Stretch(List.copyOf(events), true, true);
                });
    }

    private Stretch downwards() {
        var before =
                asked(NEWER).isPresent() ? Optional.<Long>empty() : asked(OLDER).or(this::behindTheShown);
        var page = before.map(position -> page("before", position, Order.DESC))
                .orElseGet(() -> query.page(chosen.sight(), own(), PageRequest.newest(SHOWN)));
        return new Stretch(facts(page), page.next().isPresent(), before.isPresent());
    }

    /** A version that is not among the newest is the first of its page. */
    private Optional<Long> behindTheShown() {
        return entity.getNewest() - entity.getVersion() < SHOWN ? Optional.empty() : Optional.of(entity.position() + 1);
    }

    private Optional<Long> asked(String name) {
        return Optional.of(chosen.parameter(name))
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf);
    }

    private Page page(String bound, long position, Order order) {
        var filter = own().and(Filter.of(Map.of(bound, List.of(Long.toString(position))), Set.of()));
        return query.page(chosen.sight(), filter, new PageRequest(SHOWN, order, Optional.empty()));
    }

    private Filter own() {
        return Filter.entity(entity.getId().type(), entity.getId().id());
    }

    private List<EventFacts> facts(Page page) {
        return page.items().stream()
                .map(found -> EventFacts.of(found, chosen.getLedger().name()))
                .toList();
    }

    public List<EventFacts> getEvents() {
        return stretch().events();
    }

    /** The names of the folds that the schemas of these events have. */
    public Set<String> getFolds() {
        return getEvents().stream()
                .filter(event -> event.has("/schema/id"))
                .map(event -> new SchemaId(event.at("/schema/id"), event.at("/schema/version")))
                .distinct()
                .flatMap(schema -> registry.fold(chosen.getLedger(), schema).folds().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public String getOlder() {
        return stretch().hasOlder() ? turned(OLDER, getEvents().get(getEvents().size() - 1)) : "";
    }

    public String getNewer() {
        return !stretch().hasNewer() || getEvents().isEmpty()
                ? ""
                : turned(NEWER, getEvents().get(0));
    }

    private String turned(String name, EventFacts event) {
        return entity.shown().with(name, event.position()) + "#timeline";
    }
}
