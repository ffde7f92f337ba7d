package io.trove.integrity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Records;
import io.trove.ledger.Database;
import io.trove.ledger.Rows;
import io.trove.merkle.CompactRange;
import io.trove.merkle.Proofs;
import io.trove.merkle.Tile;
import io.trove.merkle.Tree;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GrowthTest {

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @ParameterizedTest
    @EnumSource(Database.class)
    void the_tree_of_a_ledger_is_the_one_that_the_rfc_defines_at_every_size(Database kind) throws Exception {
        int size = 1_300 + random.nextInt(700);
        try (GrownLedger ledger = GrownLedger.on(kind).to(size, random)) {
            ledger.with(tables -> {
                CompactRange head = CompactRange.of(size, ledger.ledger().head().tree());
                assertArrayEquals(GrownLedger.naiveRoot(tables, size), head.root(), "with the seed " + seed);
                for (int i = 0; i < 5; i++) {
                    int part = 1 + random.nextInt(size);
                    Tree tree = new StoredTiles(tables).tree(part);
                    assertArrayEquals(GrownLedger.naiveRoot(tables, part), tree.root(), "with the seed " + seed);
                    long position = random.nextInt(part);
                    byte[] digest = new StoredTiles(tables)
                            .entries(new Tile(0, position / 256, (int) (position % 256) + 1))
                            .get((int) (position % 256));
                    Proofs.inclusion(position, part, Records.leaf(digest), tree.inclusion(position), tree.root());
                    Proofs.consistency(
                            part, size, new StoredTiles(tables).tree(size).consistency(part), tree.root(), head.root());
                }
                return true;
            });
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void requests_that_are_appended_at_the_same_time_leave_one_tree(Database kind) throws Exception {
        try (GrownLedger ledger = GrownLedger.on(kind)) {
            var threads = Executors.newFixedThreadPool(8);
            var done = new CountDownLatch(200);
            for (int i = 0; i < 200; i++) {
                int events = 1 + random.nextInt(5);
                threads.execute(() -> {
                    ledger.append(events);
                    done.countDown();
                });
            }
            done.await();
            threads.shutdown();
            int size = (int) ledger.ledger().size();
            CompactRange head = CompactRange.of(size, ledger.ledger().head().tree());
            assertArrayEquals(
                    ledger.with(tables -> GrownLedger.naiveRoot(tables, size)), head.root(), "with the seed " + seed);
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void jakarta_persistence_reads_the_rows_that_were_written(Database kind) throws Exception {
        try (GrownLedger ledger = GrownLedger.on(kind).to(600, random);
                Rows mapped = Rows.of(ledger.database())) {
            Signed signed = ledger.sign(1_700_000_000_000_000L);
            long id = ledger.ledger().ledger().id().value();
            byte[] tile = ledger.with(tables -> new StoredTiles(tables).read(new Tile(0, 1, 256)));
            assertTrue(
                    mapped.entities().find(TileRow.class, new TilePlace(id, 1)).says(tile));
            byte[] above = ledger.with(tables -> new StoredTiles(tables).read(new Tile(1, 0, 2)));
            assertTrue(mapped.entities()
                    .find(TileHashRow.class, new TileHashPlace(id, 1, 1))
                    .says(Arrays.copyOfRange(above, 32, 64)));
            var size = new TreeSize(id, 600);
            assertEquals(
                    signed.note().print(),
                    mapped.entities()
                            .find(CheckpointRow.class, size)
                            .signed()
                            .note()
                            .print());
            assertEquals(
                    signed.signedAtMicros(),
                    mapped.entities()
                            .find(RecentCheckpointRow.class, size)
                            .signed()
                            .signedAtMicros());
        }
    }
}
