package io.trove.jobs;

import io.trove.dialect.Dialect;
import io.trove.event.Draft;
import io.trove.event.EventId;
import io.trove.event.Invalid;
import io.trove.event.Json;
import io.trove.event.Limits;
import io.trove.event.Targets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a line says, as an event to be appended: also one that another ledger kept. One without an id gets that of its line.
 *
 * @param recordedType the type first recorded for an entity's id
 * @param idPrefix before the number of a line
 */
record ImportLines(
        Dialect dialect,
        Limits limits,
        Function<String, Optional<String>> recordedType,
        String idPrefix,
        Map<String, String> said) {

    ImportLines(Dialect dialect, Limits limits, Function<String, Optional<String>> recordedType, String idPrefix) {
        this(dialect, limits, recordedType, idPrefix, new HashMap<>());
    }

    Draft draft(long line, Json document) {
        boolean isOpen = document.isObject() && dialect.leavesEntityTypeOpen(document);
        Draft draft =
                Draft.ofExported(Targets.named(dialect.read(document), false).get(0), limits);
        Draft typed = isOpen ? typed(draft) : draft;
        typed.entity().id().ifPresent(id -> said.putIfAbsent(id, typed.entity().type()));
        return typed.id().isPresent() ? typed : typed.asVersion(new EventId(idPrefix + line, 1));
    }

    private Draft typed(Draft draft) {
        String id = draft.entity().id().orElseThrow(() -> untyped("nothing"));
        return draft.withEntityType(Optional.ofNullable(said.get(id))
                .or(() -> recordedType.apply(id))
                .orElseThrow(() -> untyped("\"" + id + "\", of which nothing is recorded")));
    }

    private Invalid untyped(String got) {
        return new Invalid(
                "/entity/id",
                got,
                "the id of an entity whose type is recorded, because neither the type nor the rest of this "
                        + dialect.name() + " event says what kind of entity it is");
    }
}
