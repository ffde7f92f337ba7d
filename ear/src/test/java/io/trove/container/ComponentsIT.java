package io.trove.container;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.access.Access;
import io.trove.access.Forbidden;
import io.trove.entities.Commanding;
import io.trove.entities.Entities;
import io.trove.entities.EntityId;
import io.trove.event.Draft;
import io.trove.event.Json;
import io.trove.ledger.Append;
import io.trove.ledger.Appender;
import io.trove.ledger.Caller;
import io.trove.ledger.Ledger;
import io.trove.ledger.LedgerName;
import io.trove.ledger.LedgerUnknown;
import io.trove.ledger.Ledgers;
import io.trove.ledger.Receipt;
import io.trove.query.Found;
import io.trove.query.Query;
import io.trove.server.Await;
import io.trove.server.Site;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ComponentsIT extends InContainer {

    private static final LedgerName DEMO = new LedgerName("demo", "development");

    @Inject
    private Access access;

    @Inject
    private Ledgers ledgers;

    @Inject
    private Appender appender;

    @Inject
    private Query query;

    @Inject
    private Entities entities;

    @Inject
    private Commanding commanding;

    @Inject
    private Observed observed;

    @Inject
    private UserTransaction transaction;

    @Test
    void an_appended_event_is_found_as_it_was_receipted() {
        Receipt receipt = append("document.uploaded");
        Found found = query.find(
                access.sight(admin(), demo()),
                receipt.id().id(),
                OptionalInt.of(receipt.id().version()));
        assertEquals(receipt.position(), found.position());
        assertArrayEquals(receipt.digest(), found.digest());
    }

    @Test
    void an_append_is_told_before_and_after_its_commit() {
        Receipt receipt = append("document.watched");
        assertTrue(observed.sawBeforeCommit("document.watched"));
        Await.until(() -> observed.sawAfterCommit(receipt.position()));
    }

    @Test
    void an_append_stays_when_the_transaction_around_it_is_rolled_back() throws Exception {
        transaction.begin();
        Receipt receipt = append("document.kept");
        transaction.rollback();
        assertTrue(ledgers.head(demo()).size() > receipt.position());
    }

    @Test
    void a_refusal_comes_out_of_a_component_as_itself() {
        assertThrows(LedgerUnknown.class, () -> ledgers.find(new LedgerName("nobody", "development")));
        assertThrows(Forbidden.class, () -> append("access.key.created"));
    }

    @Test
    void a_refusal_marks_the_transaction_around_it_for_rollback() throws Exception {
        transaction.begin();
        assertThrows(LedgerUnknown.class, () -> ledgers.find(new LedgerName("nobody", "development")));
        assertEquals(Status.STATUS_MARKED_ROLLBACK, transaction.getStatus());
        transaction.rollback();
    }

    @Test
    void code_in_the_ear_folds_events_and_decides_commands() {
        var meter = Map.of("type", "meter", "id", UUID.randomUUID().toString());
        for (int reading : List.of(3, 4)) {
            appender.append(
                    demo(),
                    admin(),
                    Append.of(
                            Draft.of(Json.object(Map.of("type", "meter.read", "entity", meter, "payload", reading)))));
        }
        var entity = new EntityId("meter", meter.get("id"));
        assertEquals(
                Json.of(7),
                entities.look(access.sight(admin(), demo()), entity).state().data());
        Json correct = Json.object(Map.of("type", "meter.correct", "entity", meter));
        var outcome = commanding.run(access.sight(admin(), demo()), admin(), correct);
        assertEquals(Json.of(0), outcome.state().orElseThrow().state().data());
        assertEquals(
                Optional.of("There is nothing to correct"),
                commanding.run(access.sight(admin(), demo()), admin(), correct).reason());
    }

    private Receipt append(String type) {
        Draft draft = Draft.of(Json.parse("{\"type\": \"%s\"}".formatted(type).getBytes(StandardCharsets.UTF_8)));
        return appender.append(demo(), admin(), Append.of(draft)).get(0);
    }

    private Ledger demo() {
        return ledgers.find(DEMO);
    }

    private Caller admin() {
        return access.authenticate("admin", Site.ADMIN_PASSWORD.toCharArray(), "127.0.0.1")
                .orElseThrow();
    }
}
