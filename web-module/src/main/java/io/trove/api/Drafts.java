package io.trove.api;

import io.trove.dialect.Dialect;
import io.trove.event.Draft;
import io.trove.event.Invalid;
import io.trove.event.Json;
import io.trove.event.Limits;
import io.trove.event.Targets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads a body's documents as events: in their dialect, each with its target, and with the type that the ledger tells. */
final class Drafts {
    private static final String TARGET = "/entity/id";

    private final Dialect dialect;
    private final boolean each;
    private final Function<Json, Draft> shape;
    private final Function<String, Optional<String>> recordedType;
    private final Function<Json, Optional<Json>> producer;
    private final boolean isTargeted;
    private final Map<String, Optional<String>> recorded = new HashMap<>();
    private final Map<String, String> said = new HashMap<>();

    /** {@code each}: one event for each target; {@code recordedType}: the type first recorded for an entity's id. */
    Drafts(Dialect dialect, boolean each, Limits limits, Function<String, Optional<String>> recordedType) {
        this(dialect, each, event -> Draft.of(event, limits), recordedType, event -> Optional.empty(), true);
    }

    private Drafts(
            Dialect dialect,
            boolean each,
            Function<Json, Draft> shape,
            Function<String, Optional<String>> recordedType,
            Function<Json, Optional<Json>> producer,
            boolean isTargeted) {
        this.dialect = dialect;
        this.each = each;
        this.shape = shape;
        this.recordedType = recordedType;
        this.producer = producer;
        this.isTargeted = isTargeted;
    }

    /** The same; what a payload does not tell of an event's target is looked for in the fields of what produced it. */
    Drafts producedBy(Function<Json, Optional<Json>> fields) {
        return new Drafts(dialect, each, shape, recordedType, fields, true);
    }

    /** The same, whose events have no target but the one that they say. */
    Drafts untargeted() {
        return new Drafts(dialect, each, shape, recordedType, producer, false);
    }

    /** One event a document, also as another ledger kept it: what that one assigned is its origin. */
    static Drafts ofExports(Dialect dialect, Limits limits, Function<String, Optional<String>> recordedType) {
        return new Drafts(
                dialect,
                false,
                event -> Draft.ofExported(event, limits),
                recordedType,
                event -> Optional.empty(),
                true);
    }

    /** The event that one document says. */
    Draft one(Json document) {
        return read(document).get(0);
    }

    List<Draft> of(Body body) {
        var drafts = new ArrayList<Draft>(body.parts().size());
        var wrong = new ArrayList<InvalidAt.Event>();
        for (var i = 0; i < body.parts().size() && wrong.size() < InvalidAt.EVENTS_MAX; i++) {
            try {
                drafts.addAll(read(body.parts().get(i).document()));
            } catch (Invalid invalid) {
                if (body.isOne()) {
                    throw invalid;
                }
                wrong.add(at(i, body.parts().get(i), invalid));
            }
        }
        if (!wrong.isEmpty()) {
            throw new InvalidAt(wrong);
        }
        return drafts;
    }

    private List<Draft> read(Json document) {
        var isOpen = document.isObject() && dialect.leavesEntityTypeOpen(document);
        var drafts = new ArrayList<Draft>(1);
        var read = dialect.read(document);
        try {
            for (var draft : targeted(read)) {
                drafts.add(isOpen ? typed(draft) : known(draft));
            }
        } catch (Invalid invalid) {
            throw invalid.at(pointer -> dialect.pointer(document, pointer));
        }
        return drafts;
    }

    /** What a target is found by may be another by the next time that the same is sent. */
    private List<Draft> targeted(Json read) {
        var events = isTargeted ? Targets.named(read, each, () -> producer.apply(read)) : List.of(read);
        var drafts = events.stream().map(shape).toList();
        if (read.member("cause").isEmpty() || events.get(0).at(TARGET).equals(read.at(TARGET))) {
            return drafts;
        }
        var sent = shape.apply(read);
        return drafts.stream().map(draft -> draft.asOneOf(sent)).toList();
    }

    /** What an earlier event of the same request says is as good as recorded. */
    private Draft known(Draft draft) {
        draft.entity().id().ifPresent(id -> said.putIfAbsent(id, draft.entity().type()));
        return draft;
    }

    private Draft typed(Draft draft) {
        var id = draft.entity().id().orElseThrow(() -> untyped("nothing"));
        var type = recorded.computeIfAbsent(id, recordedType)
                .or(() -> Optional.ofNullable(said.get(id)))
                .orElseThrow(() -> untyped("\"" + id + "\", of which nothing is recorded"));
        return draft.withEntityType(type);
    }

    private Invalid untyped(String got) {
        return new Invalid(
                TARGET,
                got,
                "the id of an entity whose type is recorded, because neither the type nor the rest of this "
                        + dialect.name() + " event says what kind of entity it is");
    }

    private static InvalidAt.Event at(int index, Part part, Invalid invalid) {
        return new InvalidAt.Event(index, part.line(), invalid.at(pointer -> part.pointer() + pointer));
    }
}
