package io.trove.ledger;

import io.trove.refusal.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;

/** An event is there that an append condition says must not be. */
public final class ConditionConflict extends Refusal {

    private static final long serialVersionUID = 1L;

    private final long after;
    private final transient Match match;

    ConditionConflict(Unless unless, Match match) {
        super(
                "The request expects no matching event after position %d, and \"%s\" is there at position %d; read what came since, decide again and send what follows from it"
                        .formatted(unless.after(), match.type(), match.position()));
        this.after = unless.after();
        this.match = match;
    }

    @Override
    public String slug() {
        return "condition-conflict";
    }

    @Override
    public String title() {
        return "A matching event is there";
    }

    @Override
    public int status() {
        return 409;
    }

    @Override
    public Map<String, Object> facts() {
        var entity = new LinkedHashMap<String, Object>();
        entity.put("type", match.entityType());
        entity.put("id", match.entityId());
        var event = new LinkedHashMap<String, Object>();
        event.put("position", match.position());
        event.put("id", Map.of("id", match.id().id(), "version", match.id().version()));
        event.put("type", match.type());
        event.put("entity", entity);
        return Map.of("after", after, "expected", "none", "event", event);
    }
}
