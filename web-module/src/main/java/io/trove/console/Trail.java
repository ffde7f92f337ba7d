package io.trove.console;

import io.trove.entities.Chapter;
import io.trove.entities.Chronicle;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who changed what of an entity, from its beginning. */
@Named
@RequestScoped
public class Trail {
    private static final int SHOWN = 20;
    private static final String CURSOR = "cursor";

    @Inject
    private Chosen chosen;

    @Inject
    private Entity entity;

    @Inject
    private Chronicle chronicle;

    private Optional<Chapter> read = Optional.empty();

    /** What an event changed, and who did it. */
    public record Deed(long position, String action, String by, String at, List<String> changes, String address) {
        public Deed {
            changes = List.copyOf(changes);
        }
    }

    private Chapter chapter() {
        if (read.isEmpty()) {
            var cursor = Optional.of(chosen.parameter(CURSOR)).filter(text -> !text.isEmpty());
            read = Optional.of(chronicle.audit(chosen.sight(), entity.getId(), SHOWN, cursor));
        }
        return read.orElseThrow();
    }

    public List<Deed> getDeeds() {
        return chapter().items().stream().map(this::deed).toList();
    }

    private Deed deed(Map<String, Object> told) {
        var by = told.get("userId") instanceof Optional<?> named
                ? named.map(String::valueOf).orElse("")
                : "";
        var changes = told.get("changes") instanceof List<?> several ? several : List.of();
        return new Deed(
                (Long) told.get("position"),
                String.valueOf(told.get("action")),
                by,
                String.valueOf(told.get("timestamp")),
                changes.stream().map(Trail::sentence).toList(),
                chosen.to("event").with("position", told.get("position")).toString());
    }

    /** Of RFC 6902: what was done, where, and what is there since. */
    private static String sentence(Object change) {
        var members = (Map<?, ?>) change;
        var value = members.get("value");
        return members.get("op") + " " + members.get("path") + (value == null ? "" : " " + value);
    }

    public String getNext() {
        return chapter()
                .next()
                .map(cursor -> entity.shown().with(CURSOR, cursor) + "#audit")
                .orElse("");
    }

    public String getFirst() {
        return chosen.parameter(CURSOR).isEmpty() ? "" : entity.shown() + "#audit";
    }
}
