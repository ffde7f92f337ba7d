package io.trove.files;

import static io.trove.files.TestFiles.JANE;
import static io.trove.files.TestFiles.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Attached;
import io.trove.event.Json;
import io.trove.ledger.Database;
import io.trove.ledger.FreshDatabase;
import io.trove.ledger.Receipt;
import io.trove.ledger.Rows;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@TestInstance(Lifecycle.PER_CLASS)
@Tag("database")
class ReferencesTest {

    private static final String HASH = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    private Path home;
    private Path documents;
    private S3Server server;
    private S3 s3;
    private Map<Database, FreshDatabase> databases;

    @BeforeAll
    void start(@TempDir Path temporary) throws Exception {
        home = Files.createDirectories(temporary.toRealPath().resolve("home"));
        documents = Files.createDirectories(temporary.toRealPath().resolve("documents"));
        Files.writeString(documents.resolve("hello.txt"), "hello");
        Files.write(documents.resolve("large"), new byte[(int) TestFiles.REFERENCE_BYTES_MAX + 1]);
        Files.createSymbolicLink(documents.resolve("link"), documents.resolve("hello.txt"));
        server = S3Server.in(temporary.resolve("s3"));
        s3 = server.s3();
        Path uploaded = Files.writeString(temporary.resolve("uploaded"), "hello");
        s3.bucket(S3Server.BUCKET)
                .run(
                        "",
                        client -> client.putObject(
                                request -> request.bucket(S3Server.BUCKET).key("reports/hello.txt"), uploaded));
        databases = Map.of(
                Database.DERBY, FreshDatabase.of(Database.DERBY),
                Database.POSTGRESQL, FreshDatabase.of(Database.POSTGRESQL));
    }

    @AfterAll
    void stop() throws IOException {
        databases.values().forEach(FreshDatabase::close);
        s3.close();
        server.close();
    }

    private References references() {
        return new Place(home, "s3://" + S3Server.BUCKET + "/blobs").references(s3);
    }

    private TestFiles files(Database kind) {
        var store = new DiskStore(home.resolve("blobs"), "a");
        return TestFiles.in(databases.get(kind), kind, store, references(), Clock.systemUTC());
    }

    private static String reference(String locator, String claims) {
        return "{\"id\":\"f\",\"isReference\":true,\"data\":\"" + locator + "\"" + claims + "}";
    }

    private static Json seen(String locator) {
        return Json.object(Map.of(
                "id",
                "f",
                "isReference",
                true,
                "data",
                locator,
                "size",
                5,
                "hash",
                "sha256:" + HASH,
                "verified",
                true));
    }

    private static Json unseen(String locator) {
        return Json.object(Map.of("id", "f", "isReference", true, "data", locator, "verified", false));
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void a_reference_is_followed_into_a_granted_root_and_nowhere_else(Database kind) {
        TestFiles files = files(kind);
        String locator = documents.resolve("hello.txt").toUri().toString();
        assertEquals(unseen(locator), files.file(files.append(JANE, reference(locator, ""))));

        files.grant("file://" + documents + "/", true);
        Receipt receipt = files.append(JANE, reference(locator, ""));
        assertEquals(seen(locator), files.file(receipt));
        assertEquals(
                Optional.of(new Attached("f", HASH, 5, Optional.of(locator))),
                files.files().find(files.ledger(), receipt.position(), "f"));

        files.grant("file://" + documents + "/", false);
        assertEquals(unseen(locator), files.file(files.append(JANE, reference(locator, ""))));
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void an_object_is_followed_into_a_granted_bucket(Database kind) {
        TestFiles files = files(kind);
        String locator = "s3://" + S3Server.BUCKET + "/reports/hello.txt";
        assertEquals(unseen(locator), files.file(files.append(JANE, reference(locator, ""))));
        files.grant("s3://" + S3Server.BUCKET + "/reports/", true);
        assertEquals(seen(locator), files.file(files.append(JANE, reference(locator, ""))));
        assertThrows(FileRefused.class, () -> files.append(JANE, reference(locator + "x", "")));
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void what_is_claimed_of_a_reference_is_checked(Database kind) {
        TestFiles files = files(kind);
        files.grant("file://" + documents + "/", true);
        String locator = documents.resolve("hello.txt").toUri().toString();
        assertThrows(FileRefused.class, () -> files.append(JANE, reference(locator, ",\"size\":6")));
        String claims = ",\"size\":5,\"hash\":\"sha256:" + HASH + "\"";
        assertEquals(seen(locator), files.file(files.append(JANE, reference(locator, claims))));
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void what_is_not_there_is_refused_and_what_is_too_large_is_not_verified(Database kind) {
        TestFiles files = files(kind);
        files.grant("file://" + documents + "/", true);
        String large = documents.resolve("large").toUri().toString();
        assertEquals(unseen(large), files.file(files.append(JANE, reference(large, ""))));
        for (String name : List.of("missing", "link", "../home/blobs", "%2e%2e/home")) {
            String locator = "file://" + documents + "/" + name;
            assertThrows(FileRefused.class, () -> files.append(JANE, reference(locator, "")), name);
        }
    }

    /** The clock is looked at once for the request, before each reference, and after each stretch of bytes. */
    @ParameterizedTest
    @EnumSource(Database.class)
    void references_are_followed_for_ten_seconds_a_request_and_what_is_left_is_not_verified(Database kind) {
        TestFiles files = files(kind);
        files.grant("file://" + documents + "/", true);
        String hello = documents.resolve("hello.txt").toUri().toString();
        String second = reference(hello, "").replace("\"f\"", "\"g\"");
        long allowed = Resolving.REQUEST_MAX.toNanos();

        ticking(files, 0, 0, allowed - 1);
        assertEquals(seen(hello), files.file(files.append(JANE, reference(hello, ""))));
        ticking(files, 0, 0, allowed);
        assertEquals(unseen(hello), files.file(files.append(JANE, reference(hello, ""))));
        ticking(files, 0, 0, 1, allowed);
        Receipt receipt = files.append(JANE, reference(hello, ""), second);
        assertEquals(seen(hello), files.file(receipt, 0));
        assertEquals(
                Optional.of("false"), files.file(receipt, 1).member("verified").map(Json::toString));
    }

    private static void ticking(TestFiles files, long... nanos) {
        var ticks = new AtomicInteger();
        files.timed(() -> nanos[Math.min(ticks.getAndIncrement(), nanos.length - 1)]);
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void without_the_s3_server_what_needs_it_waits_and_everything_else_goes_on(Database kind) throws Exception {
        TestFiles files = files(kind);
        files.grant("s3://" + S3Server.BUCKET + "/reports/", true);
        String object = reference("s3://" + S3Server.BUCKET + "/reports/hello.txt", "");
        server.stop();
        try {
            assertThrows(BlobStoreUnavailable.class, () -> files.append(JANE, object));
            files.append(JANE, TestFiles.inline("g", text("goes on")));
        } finally {
            server.start();
        }
        files.append(JANE, object);
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void jakarta_persistence_reads_the_grants_that_were_written(Database kind) {
        TestFiles files = files(kind);
        files.grant("s3://bucket/", true);
        files.grant("s3://bucket/", false);
        files.grant("s3://other/", true);
        assertEquals(List.of("s3://other/"), files.roots().granted(files.ledger(), files.size()));
        assertEquals(List.of(), files.roots().granted(files.ledger(), files.size() - 1));
        long ledger = files.ledger().id().value();
        try (Rows mapped = Rows.of(databases.get(kind))) {
            assertTrue(mapped.entities()
                    .find(FileRootRow.class, new FileRootRow.Key(ledger, files.size() - 2))
                    .says("s3://bucket/", false));
        }
    }

    @Test
    void troves_own_places_are_granted_to_nobody() throws Exception {
        for (String own : List.of(
                "s3://files/blobs/",
                "s3://files/",
                "s3://files/blobs/below/",
                "file://" + home + "/",
                "file://" + home.getParent() + "/",
                "file:///proc/",
                "file:///dev/")) {
            assertFalse(references().mayBeGranted(Root.of(own)), own);
        }
        assertTrue(references().mayBeGranted(Root.of("s3://files/reports/")));
        assertTrue(references().mayBeGranted(Root.of("file://" + documents + "/")));
        var own = Root.of("s3://files/blobs/");
        assertThrows(BlobMissing.class, () -> references().size(own, Locator.of("s3://files/blobs/store-id")));
    }

    @Test
    void an_object_may_be_read_at_an_address_that_is_signed() throws Exception {
        var object = (Locator.OfObject) Locator.of("s3://" + S3Server.BUCKET + "/reports/hello.txt");
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(s3.signed(object, "attachment")).build(),
                        HttpResponse.BodyHandlers.ofString());
        assertEquals("hello", answer.body());
    }
}
