package io.trove.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Flakes;
import io.trove.ledger.Database;
import io.trove.ledger.FreshDatabase;
import io.trove.ledger.Rows;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
@Tag("database")
class SharedThroughTheDatabaseTest {

    private static final byte[] MESSAGE = "a cursor".getBytes(UTF_8);

    private static FreshDatabase database;

    @Parameter
    Database kind;

    @BeforeParameterizedClassInvocation
    static void aDatabase(Database kind) {
        database = FreshDatabase.of(kind);
    }

    @AfterParameterizedClassInvocation
    static void close() {
        database.close();
    }

    @Test
    void servers_that_need_a_secret_at_the_same_time_get_the_same() {
        List<byte[]> tags = IntStream.range(0, 8)
                .parallel()
                .mapToObj(server -> aServersSecrets().key("wanted by all").tag(MESSAGE))
                .toList();
        MacKey key = aServersSecrets().key("wanted by all");
        tags.forEach(tag -> assertTrue(key.checks(MESSAGE, tag)));
    }

    @Test
    void a_secret_of_another_name_is_another() {
        Secrets secrets = aServersSecrets();
        assertFalse(secrets.key("session").checks(MESSAGE, secrets.key("cursor").tag(MESSAGE)));
    }

    @Test
    void every_start_has_a_worker_of_its_own() {
        FlakeWorkers workers = new FlakeWorkers();
        workers.database = database.source();
        Set<Long> leased = Stream.generate(workers::lease).limit(50).collect(Collectors.toSet());
        assertEquals(50, leased.size());
        leased.forEach(worker -> assertTrue(worker >= 0 && worker < 1L << 48));
    }

    @Test
    void two_starts_make_different_flakes() {
        FlakeWorkers workers = new FlakeWorkers();
        workers.database = database.source();
        Flakes one = workers.flakes();
        Flakes other = workers.flakes();
        Set<String> made = Stream.of(one, other)
                .flatMap(flakes -> Stream.generate(flakes::next).limit(1_000))
                .collect(Collectors.toSet());
        assertEquals(2_000, made.size());
    }

    @Test
    void jakarta_persistence_reads_the_rows() {
        FlakeWorkers workers = new FlakeWorkers();
        workers.database = database.source();
        long worker = workers.lease();
        MacKey key = aServersSecrets().key("cursor");
        try (Rows rows = Rows.of(database)) {
            assertTrue(rows.entities().find(SecretRow.class, "cursor").key().checks(MESSAGE, key.tag(MESSAGE)));
            assertTrue(rows.entities().find(FlakeWorkerRow.class, worker).leasedAtMicros() > 0);
        }
    }

    private Secrets aServersSecrets() {
        Secrets secrets = new Secrets();
        secrets.database = database.source();
        secrets.seeds = new Seeds();
        return secrets;
    }
}
