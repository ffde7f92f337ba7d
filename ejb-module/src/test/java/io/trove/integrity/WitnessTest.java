package io.trove.integrity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.evidence.AddCheckpoint;
import io.trove.evidence.Checkpoint;
import io.trove.evidence.NoteKey;
import io.trove.evidence.SignedNote;
import io.trove.ledger.Database;
import io.trove.ledger.Rows;
import io.trove.refusal.CannotStart;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("database")
class WitnessTest {

    private static final long NOON = 1_700_049_600_000_000L;

    private final Random random = new Random(7);

    @ParameterizedTest
    @EnumSource(Database.class)
    void a_checkpoint_is_taken_when_it_continues_the_one_before(Database kind) throws Exception {
        try (GrownLedger log = GrownLedger.on(kind).to(300, random);
                Rows mapped = Rows.of(log.database())) {
            AddCheckpoint first = request(log, 0);
            assertEquals(Optional.empty(), take(log, first));
            log.to(700, random);
            AddCheckpoint second = request(log, 300);
            assertEquals(
                    second.print(), AddCheckpoint.parse(utf8(second.print())).print());
            assertEquals(Optional.empty(), take(log, second));
            assertEquals(Optional.empty(), take(log, request(log, 700)), "the same once more");
            long id = log.ledger().ledger().id().value();
            assertTrue(mapped.entities()
                    .find(
                            WitnessedRow.class,
                            new WatchedLog(id, log.ledger().ledger().origin()))
                    .says(second.note(), 700));
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void a_checkpoint_from_another_size_is_answered_with_the_size(Database kind) throws Exception {
        try (GrownLedger log = GrownLedger.on(kind).to(300, random)) {
            take(log, request(log, 0));
            log.to(400, random);
            assertEquals(Optional.of(300L), take(log, request(log, 0)));
            assertEquals(Optional.of(300L), take(log, request(log, 200)));
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void another_history_is_not_cosigned(Database kind) throws Exception {
        try (GrownLedger log = GrownLedger.on(kind).to(300, random)) {
            take(log, request(log, 0));
            log.to(400, random);
            AddCheckpoint right = request(log, 300);
            var wrong = new AddCheckpoint(
                    300, right.proof().subList(1, right.proof().size()), right.note());
            assertEquals(
                    422,
                    assertThrows(WitnessRefused.class, () -> take(log, wrong)).status());
            SignedNote forged = signed(log, new Checkpoint(log.ledger().ledger().origin(), 300, new byte[32]));
            assertEquals(Optional.of(300L), take(log, new AddCheckpoint(300, List.of(), forged)));
            var smaller = new AddCheckpoint(500, List.of(), right.note());
            assertEquals(
                    400,
                    assertThrows(WitnessRefused.class, () -> take(log, smaller)).status());
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void only_known_logs_are_cosigned(Database kind) throws Exception {
        try (GrownLedger log = GrownLedger.on(kind).to(300, random);
                GrownLedger other = GrownLedger.on(kind)) {
            AddCheckpoint request = request(log, 0);
            assertEquals(
                    404,
                    assertThrows(
                                    WitnessRefused.class,
                                    () -> log.with(tables ->
                                            new WitnessedLogs(tables, List.of(key(other, "elsewhere"))).take(request)))
                            .status());
            assertEquals(
                    403,
                    assertThrows(
                                    WitnessRefused.class,
                                    () -> log.with(tables -> new WitnessedLogs(
                                                    tables,
                                                    List.of(key(
                                                            other,
                                                            log.ledger()
                                                                    .ledger()
                                                                    .origin())))
                                            .take(request)))
                            .status());
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void the_line_of_a_witness_is_kept_and_the_checkpoint_with_it(Database kind) throws Exception {
        try (GrownLedger log = GrownLedger.on(kind).to(20, random);
                Rows mapped = Rows.of(log.database())) {
            log.sign(NOON);
            log.to(30, random);
            Signed signed = log.sign(NOON + 1);
            NoteKey witness = new NoteKey(
                    "witness.test",
                    NoteKey.Kind.COSIGNATURE,
                    log.signers().newest().key());
            SignedNote.Line line = signed.note()
                    .cosign(
                            witness,
                            1_700_000_000L,
                            message -> log.keys().sign(log.signers().newest().key(), message));
            log.with(tables -> {
                assertTrue(new Cosignatures(tables).keep(signed, "witness.test", line));
                assertTrue(!new Cosignatures(tables).keep(signed, "witness.test", line));
                new SignedCheckpoints(tables).thin(NOON + 100 * SignedCheckpoints.HOUR_MICROS);
                var kept = new Cosignatures(tables)
                        .with(new SignedCheckpoints(tables).ofSize(30).orElseThrow());
                assertEquals(OptionalLong.of(1_700_000_000L), kept.note().cosignedAt(witness));
                assertEquals(30, new Cosignatures(tables).newestSize("witness.test"));
                return true;
            });
            long id = log.ledger().ledger().id().value();
            assertEquals(
                    line.print(),
                    mapped.entities()
                            .find(CosignatureRow.class, new SeenBy(id, 30, "witness.test"))
                            .line());
        }
    }

    @Test
    void settings_that_are_not_understood_end_the_start() {
        String key = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
        assertEquals(1, Witness.of(" " + key + "=https://example.com/w ").size());
        assertEquals(2, Witnessing.logs(key + "\n" + key).size());
        assertThrows(CannotStart.class, () -> Witness.of(key));
        assertThrows(CannotStart.class, () -> Witness.of("nobody=https://example.com"));
        assertThrows(CannotStart.class, () -> Witnessing.logs("nobody"));
    }

    private static AddCheckpoint request(GrownLedger log, long from) throws Exception {
        long size = log.ledger().size();
        return log.with(tables -> {
            Signed signed = log.sign(NOON);
            return new AddCheckpoint(from, new StoredTiles(tables).tree(size).consistency(from), signed.note());
        });
    }

    private static Optional<Long> take(GrownLedger log, AddCheckpoint request) throws Exception {
        NoteKey key = key(log, log.ledger().ledger().origin());
        return log.with(tables -> new WitnessedLogs(tables, List.of(key)).take(request));
    }

    private static NoteKey key(GrownLedger log, String origin) {
        return Checkpoint.keyOf(origin, log.signers().newest().key());
    }

    private static SignedNote signed(GrownLedger log, Checkpoint checkpoint) {
        return checkpoint.sign(
                log.signers().newest().key(),
                message -> log.keys().sign(log.signers().newest().key(), message));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
