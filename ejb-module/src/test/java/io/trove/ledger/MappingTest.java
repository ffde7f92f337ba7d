package io.trove.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("database")
class MappingTest {

    private static final String SENT = """
            {"type": "document.uploaded", "schema": {"id": "document.uploaded", "version": "1.0"},
             "entity": {"type": "document", "id": "doc-1"}, "payload": {"title": "Annual Report"}}""";

    @ParameterizedTest
    @EnumSource(Database.class)
    void the_rows_that_sql_writes_are_the_rows_that_jakarta_persistence_reads(Database kind) {
        try (FreshDatabase database = FreshDatabase.of(kind)) {
            var placed = new ArrayList<Placed>();
            TestLedger ledger =
                    TestLedger.in(database.source(), Bounds.defaults(), batch -> placed.addAll(batch.events()));
            ledger.append(TestLedger.request("key", SENT, "{\"type\":\"session.started\"}"));
            try (Rows mapped = Rows.of(database)) {
                EntityManager rows = mapped.entities();
                long id = ledger.ledger().id().value();
                for (Placed event : placed) {
                    assertTrue(rows.find(EventRow.class, new EventPlace(id, event.position()))
                            .says(event));
                }
                assertEquals(
                        ledger.appends().head(ledger.ledger()),
                        rows.find(HeadRow.class, id).head());
                assertEquals(1, rows.find(HeadRow.class, id).rules());
                assertEquals(ledger.ledger(), rows.find(LedgerRow.class, id).ledger());
                List<IdempotencyRow> keys = rows.createQuery("SELECT r FROM IdempotencyRow r", IdempotencyRow.class)
                        .getResultList();
                assertEquals(2, keys.get(0).request().count());
            }
        }
    }
}
