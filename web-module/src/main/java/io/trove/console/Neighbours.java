package io.trove.console;

import io.trove.filter.Filter;
import io.trove.query.Order;
import io.trove.query.PageRequest;
import io.trove.query.Query;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The events next to one: what the same entity and the same actor did before and after it. */
@RequestScoped
class Neighbours {
    @Inject
    private Chosen chosen;

    @Inject
    private Query query;

    /** An event beside another, and on which way. */
    public record Neighbour(String way, EventFacts event) {}

    List<Neighbour> of(EventFacts event) {
        var found = new ArrayList<Neighbour>();
        if (event.isOfEntity()) {
            along("entity", event, found);
        }
        if (event.has("/actor/id")) {
            along("actor", event, found);
        }
        return found;
    }

    private void along(String what, EventFacts event, List<Neighbour> found) {
        var same = Filter.of(
                Map.of(
                        what + "Type",
                        List.of(event.at("/" + what + "/type")),
                        what + "Id",
                        List.of(event.at("/" + what + "/id"))),
                Set.of());
        beside(same, "before", event, Order.DESC)
                .ifPresent(each -> found.add(new Neighbour("Before, same " + what, each)));
        beside(same, "after", event, Order.ASC)
                .ifPresent(each -> found.add(new Neighbour("After, same " + what, each)));
    }

    private Optional<EventFacts> beside(Filter same, String side, EventFacts event, Order order) {
        var filter = same.and(Filter.of(Map.of(side, List.of(Long.toString(event.position()))), Set.of()));
        return query.page(chosen.sight(), filter, new PageRequest(1, order, Optional.empty())).items().stream()
                .findFirst()
                .map(found -> EventFacts.of(found, chosen.getLedger().name()));
    }
}
