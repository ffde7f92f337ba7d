package io.trove.files;

import io.trove.event.Actor;
import io.trove.event.Json;
import io.trove.ledger.Append;
import io.trove.ledger.Appending;
import io.trove.ledger.Bounds;
import io.trove.ledger.Caller;
import io.trove.ledger.Database;
import io.trove.ledger.FreshDatabase;
import io.trove.ledger.Ledger;
import io.trove.ledger.Receipt;
import io.trove.ledger.TestLedger;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** A server's files without the server: over a real database and a real directory. */
final class TestFiles {

    static final long REFERENCE_BYTES_MAX = 1 << 20;
    static final Caller JANE = caller("jane");
    static final Caller JOE = caller("joe");

    private static final String DOCUMENT = """
            SELECT document
              FROM event
             WHERE ledger_id = ?
               AND position = ?""";

    private final TestLedger ledger;
    private final Sql sql;
    private final Shelf shelf;
    private final FileRows files;
    private final Database kind;
    private final RootRows roots;
    private final References references;
    private final Set<String> seen = new HashSet<>();
    private LongSupplier nanos = System::nanoTime;

    private TestFiles(TestLedger ledger, Sql sql, Database kind, BlobStore store, References references, Clock clock) {
        this.kind = kind;
        this.references = references;
        this.roots = new RootRows(sql, kind);
        this.ledger = ledger;
        this.sql = sql;
        this.files = new FileRows(sql, kind);
        this.shelf = new Shelf(store, new BlobRows(sql), 1 << 24, clock);
    }

    static TestFiles in(FreshDatabase database, Database kind, BlobStore store, References references, Clock clock) {
        TestLedger ledger = TestLedger.in(database.source(), Bounds.defaults(), TestFiles::project);
        return new TestFiles(ledger, new Sql(database.source()), kind, store, references, clock);
    }

    private static void project(Appending batch) {
        FileRows.project(batch);
        RootRows.project(batch);
        DriftRows.project(batch);
    }

    static TestFiles in(FreshDatabase database, Database kind, Path home) {
        return in(database, kind, home, Clock.systemUTC());
    }

    static TestFiles in(FreshDatabase database, Database kind, Path home, Clock clock) {
        var noBuckets = new References(new Directories(List.of(home)), name -> null, Optional.empty());
        return in(database, kind, new DiskStore(home.resolve("blobs"), "a"), noBuckets, clock);
    }

    /** The same by another clock. */
    TestFiles at(Clock clock) {
        return new TestFiles(ledger, sql, kind, shelf.store(), references, clock);
    }

    private static Caller caller(String name) {
        return new Caller(name, new Actor("user", name, Optional.empty()), Optional.empty());
    }

    Ledger ledger() {
        return ledger.ledger();
    }

    long size() {
        return ledger.size();
    }

    Shelf shelf() {
        return shelf;
    }

    DriftRows drifts() {
        return new DriftRows(sql, kind);
    }

    /** Verifies all files that are there; how far it came, whatever may interrupt it. */
    Progress verify(Progress from, BooleanSupplier mayGoOn) {
        var verification = new Verification(
                ledger(), shelf, files, drifts(), references, roots.roots(ledger(), size()), mayGoOn, ledger::append);
        try {
            Progress at = from;
            while (at.endedAt().isEmpty()) {
                Optional<Progress> next = verification.goOn(at);
                if (next.isEmpty()) {
                    return at;
                }
                at = next.get();
            }
            return at;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void grant(String root, boolean isGranted) {
        ledger.append(RootRows.changed(JANE, ledger().uid(), root, isGranted));
    }

    RootRows roots() {
        return roots;
    }

    FileRows files() {
        return files;
    }

    Sql sql() {
        return sql;
    }

    /** Time runs so for the references of what is appended from now on. */
    void timed(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Joe sees events that hold these bytes. */
    void letJoeSee(String hash) {
        seen.add(hash);
    }

    /** What jane uploads ahead; its hash. */
    String upload(byte[] content) {
        try (Arrival arrival = shelf.receive(new ByteArrayInputStream(content), Set.of())) {
            return shelf.keep(ledger(), JANE.id(), arrival).hash();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Receipt append(Caller caller, String... files) {
        var intake = new Intake(
                shelf,
                (of, by, hash) -> by.id().equals("joe") && seen.contains(hash),
                of -> new Resolving(references, () -> roots.roots(of, size()), REFERENCE_BYTES_MAX, nanos));
        var draft = TestLedger.draft(event(files));
        return ledger.append(Append.of(intake.attach(ledger(), caller, List.of(draft))))
                .get(0);
    }

    static String event(String... files) {
        return "{\"type\":\"document.uploaded\",\"files\":[" + String.join(",", files) + "]}";
    }

    static String inline(String id, byte[] content) {
        return "{\"id\":\"%s\",\"data\":\"%s\"}"
                .formatted(id, Base64.getEncoder().encodeToString(content));
    }

    static String held(String id, String hash) {
        return "{\"id\":\"%s\",\"data\":\"trove:sha256:%s\"}".formatted(id, hash);
    }

    /** The first file of an event, as the event keeps it. */
    Json file(Receipt receipt) {
        return file(receipt, 0);
    }

    Json file(Receipt receipt, int number) {
        return Json.parse(sql.select(
                                row -> row.getBytes(1), DOCUMENT, ledger().id().value(), receipt.position())
                        .get(0))
                .at("/files/" + number)
                .orElseThrow();
    }

    /** The payload of the event at a position. */
    Json payload(long position) {
        return Json.parse(sql.select(
                                row -> row.getBytes(1), DOCUMENT, ledger().id().value(), position)
                        .get(0))
                .member("payload")
                .orElseThrow();
    }

    boolean holds(Receipt receipt, String fileId, byte[] content) {
        return files.find(ledger(), receipt.position(), fileId)
                .filter(file -> Arrays.equals(content, read(new Blob(ledger().uid(), file.hash(), file.size()))))
                .isPresent();
    }

    byte[] read(Blob blob) {
        try (InputStream in = shelf.store().open(blob, Span.whole(blob.size()))) {
            return in.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
