package io.trove.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trove.event.Draft;
import io.trove.event.Entity;
import io.trove.event.EventId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HalvesTest {

    private final List<String> recorded = new ArrayList<>();
    private int asked;

    @Test
    void events_that_nothing_is_wrong_with_are_appended_at_once() {
        assertEquals("+++++", outcomes(false, "a", "a", "a", "a", "a"));
        assertEquals(1, asked);
    }

    @Test
    void only_the_wrong_events_are_refused_and_the_others_keep_their_order() {
        assertEquals("+-++--+", outcomes(false, "a", "wrong", "b", "c", "wrong", "wrong", "d"));
        assertEquals(List.of("a", "b", "c", "d"), recorded);
    }

    @Test
    void nothing_after_the_first_refused_event_is_tried_when_it_is_to_end_there() {
        assertEquals("++-???", outcomes(true, "a", "b", "wrong", "c", "wrong", "d"));
        assertEquals(List.of("a", "b"), recorded);
    }

    @Test
    void a_failure_that_waiting_cures_is_waited_for() {
        assertEquals("++", outcomes(false, "busy once", "a"));
    }

    private String outcomes(boolean untilRefused, String... types) {
        return new Halves(this::append, untilRefused)
                .of(drafts(List.of(types))).stream().map(HalvesTest::sign).collect(Collectors.joining());
    }

    private static String sign(Settled settled) {
        if (settled instanceof Settled.Untried) {
            return "?";
        }
        return settled instanceof Settled.Recorded ? "+" : "-";
    }

    private List<Receipt> append(List<Draft> drafts) {
        asked++;
        var types = drafts.stream().map(Draft::type).toList();
        if (types.contains("busy once") && asked == 1) {
            throw Overloaded.ledger(1);
        }
        if (types.contains("wrong")) {
            throw new IdTaken(new EventId("e", 1), 0);
        }
        recorded.addAll(types);
        return IntStream.range(0, types.size()).mapToObj(HalvesTest::receipt).toList();
    }

    private static Receipt receipt(int position) {
        return new Receipt(
                position,
                new EventId("e" + position, 1),
                new Entity("a", Optional.empty()),
                OptionalLong.empty(),
                new byte[32],
                Instant.EPOCH,
                false);
    }

    private static List<Draft> drafts(List<String> types) {
        return types.stream()
                .map(type -> TestLedger.draft("{\"type\":\"" + type + "\"}"))
                .toList();
    }
}
