package io.trove.registry;

import io.trove.event.Actor;
import io.trove.event.Json;
import io.trove.event.SchemaId;
import io.trove.ledger.Append;
import io.trove.ledger.Appending;
import io.trove.ledger.Bounds;
import io.trove.ledger.Caller;
import io.trove.ledger.Conformed;
import io.trove.ledger.Conforms;
import io.trove.ledger.Database;
import io.trove.ledger.FreshDatabase;
import io.trove.ledger.Receipt;
import io.trove.ledger.TestLedger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** A server's registry without the server, over a real database. */
final class TestRegistry {

    static final Caller JANE = new Caller("jane", new Actor("user", "jane", Optional.empty()), Optional.empty());

    private final TestLedger ledger;
    private final Catalog catalog;
    private final DataSource source;
    private final Database kind;

    private TestRegistry(TestLedger ledger, DataSource source, Database kind) {
        this.ledger = ledger;
        this.source = source;
        this.kind = kind;
        this.catalog = new Catalog(new SchemaRows(source, kind, ledger.ledger()), false, Catalog.Shared.fresh());
    }

    /** A new ledger. */
    static TestRegistry in(FreshDatabase database, Database kind) {
        return new TestRegistry(
                TestLedger.in(database.source(), Bounds.defaults(), TestRegistry::project), database.source(), kind);
    }

    /** The same ledger on another server. */
    TestRegistry onAnotherServer() {
        return new TestRegistry(ledger.onAnotherServer(), source, kind);
    }

    private static void project(Appending batch) {
        new SchemaEvents().project(batch);
    }

    Conforms settings() {
        return (of, head, drafts) -> judge(head, drafts);
    }

    private Conformed judge(io.trove.ledger.Head head, List<io.trove.event.Draft> drafts) {
        return new Judgement(catalog, head).of(drafts);
    }

    void register(String id, String version, String body) {
        ledger.append(
                SchemaEvents.registered(JANE, new SchemaId(id, version), Registration.of(json(body))), settings());
    }

    void change(String id, String version, String setting, String value) {
        ledger.append(SchemaEvents.changed(JANE, new SchemaId(id, version), Map.of(setting, value)), settings());
    }

    void policy(String setting, String value) {
        ledger.append(SchemaEvents.policySet(JANE, ledger.ledger().uid(), Map.of(setting, value)), settings());
    }

    Receipt append(String event) {
        return ledger.append(Append.of(TestLedger.draft(event)), settings()).get(0);
    }

    List<Receipt> append(Append append) {
        return ledger.append(append, settings());
    }

    Json document(Receipt receipt) {
        return Json.parse(new SchemaRows(source, kind, ledger.ledger()).document(receipt.position()));
    }

    Catalog catalog() {
        return catalog;
    }

    TestLedger ledger() {
        return ledger;
    }

    static Json json(String text) {
        return Json.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
