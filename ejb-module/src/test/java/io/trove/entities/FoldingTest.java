package io.trove.entities;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Json;
import io.trove.registry.FoldRule;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FoldingTest {

    private static final EntityId COUNTER = new EntityId("counter", "c");

    @Test
    void a_schema_folds_by_the_expression_that_is_asked_for_or_by_default_or_merges() {
        var both = new FoldRule(Map.of(FoldRule.DEFAULT, "event.payload.n", "twice", "event.payload.n * 2"), true);
        assertEquals(Json.of(7), folded(both, FoldRule.DEFAULT, Map.of("n", 7)));
        assertEquals(Json.of(14), folded(both, "twice", Map.of("n", 7)));
        assertEquals(Json.of(7), folded(both, "thrice", Map.of("n", 7)));
        assertEquals(
                Json.object(Map.of("n", 7)), folded(new FoldRule(Map.of(), true), FoldRule.DEFAULT, Map.of("n", 7)));
        assertTrue(SchemaFolds.fold(FoldRule.NONE, FoldRule.DEFAULT).isEmpty());
    }

    @Test
    void a_fold_that_gives_nothing_throws_or_never_ends_has_failed() {
        var wrong = new FoldRule(Map.of(FoldRule.DEFAULT, "event.payload.nothing"), false);
        assertThrows(FoldFailed.class, () -> folded(wrong, FoldRule.DEFAULT, Map.of()));
        assertThrows(
                FoldFailed.class,
                () -> next(folding((state, event) -> {
                    throw new IllegalStateException("broken");
                })));
        assertThrows(FoldFailed.class, () -> next(folding(FoldingTest::endless)));
    }

    private static Json endless(Json state, Json event) {
        return event.isNull() ? state : Json.array(List.of(endless(state, event)));
    }

    @Test
    void a_fold_to_more_than_a_state_holds_has_failed() {
        Map<String, Object> payload = new TreeMap<>();
        for (int i = 0; i <= Content.HELD_MAX; i++) {
            payload.put("n" + i, i);
        }
        State state = State.before(COUNTER);
        assertThrows(FoldFailed.class, () -> Folding.builtIn("node").next(state, updated(payload)));
        payload.remove("n0");
        assertEquals(
                Content.HELD_MAX,
                Folding.builtIn("node")
                        .next(state, updated(payload))
                        .data()
                        .members()
                        .size());
    }

    @Test
    void a_fold_to_data_that_are_too_large_has_failed_however_they_came_to_be_so() {
        String text = "x".repeat((int) Content.WEIGHT_MAX / 4);
        State state = State.before(COUNTER);
        for (int i = 0; i < 3; i++) {
            state = Folding.builtIn("node").next(state, updated(Map.of("n" + i, text)));
        }
        State full = state;
        assertThrows(FoldFailed.class, () -> Folding.builtIn("node").next(full, updated(Map.of("n3", text))));
        assertThrows(
                FoldFailed.class,
                () -> folding((before, event) -> Json.array(List.of(before, text)))
                        .next(full, updated(Map.of())));
        assertThrows(
                FoldFailed.class,
                () -> folding((before, event) ->
                                Json.array(Collections.nCopies((int) Content.WEIGHT_MAX / 8, Json.of(1))))
                        .next(full, updated(Map.of())));
        State other = Folding.builtIn("node").next(full, updated(Map.of("n2", "less")));
        assertEquals(
                4,
                Folding.builtIn("node")
                        .next(other, updated(Map.of("n3", text)))
                        .data()
                        .size());
    }

    @Test
    void a_state_is_read_as_it_was_kept() {
        State state = Folding.builtIn("node").next(State.before(COUNTER), updated(Map.of("n", 1)));
        assertEquals(state, State.read(Json.parse(state.canonical())));
        assertArrayEquals(state.canonical(), state.json().canonical());
    }

    private static Json folded(FoldRule rule, String name, Map<String, ?> payload) {
        return folding(SchemaFolds.fold(rule, name).orElseThrow())
                .next(State.before(COUNTER), updated(payload))
                .data();
    }

    private static State next(Folding folding) {
        return folding.next(State.before(COUNTER), updated(Map.of()));
    }

    private static Folding folding(Fold fold) {
        return new Folding(event -> Optional.of(fold), "node");
    }

    private static Happened updated(Map<String, ?> payload) {
        return new Happened(
                1,
                1,
                Json.object(Map.of(
                        "id",
                        Map.of("id", "e", "version", 1),
                        "type",
                        "counter.updated",
                        "entity",
                        Map.of("type", "counter", "id", "c", "version", 1),
                        "recordedAt",
                        "2026-01-01T00:00:00.000000Z",
                        "payload",
                        payload)));
    }
}
