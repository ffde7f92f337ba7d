package io.trove.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.trove.event.AnyEvent;
import io.trove.event.Draft;
import io.trove.event.Invalid;
import io.trove.event.Json;
import io.trove.event.Targets;
import io.trove.event.Times;

/** What becomes of whatever document: it is refused with a word, or kept, written and read again as the same event. */
final class RefusedOrKept {
    private static final long RECORDED_AT = Times.micros(AnyEvent.NOW);
    private static final int ENTITY_VERSION = 7;

    private RefusedOrKept() {}

    static void check(Dialect dialect, Json document) {
        try {
            Targets.named(dialect.read(document), true).forEach(event -> checkKept(dialect, Draft.of(event)));
        } catch (Invalid refused) {
            assertFalse(refused.violations().isEmpty());
        }
    }

    private static void checkKept(Dialect dialect, Draft draft) {
        Json kept = Json.parse(draft.complete(AnyEvent.defaults(AnyEvent.UID, new byte[32]))
                .keep(ENTITY_VERSION, RECORDED_AT)
                .document());
        Json again;
        try {
            again = dialect.read(dialect.write(3, kept));
        } catch (Invalid wrong) {
            throw new AssertionError("what was written is refused: " + kept, wrong);
        }
        assertEquals(Mapping.positioned(3, kept), again);
    }
}
