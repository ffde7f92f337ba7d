package io.trove.integrity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Records;
import io.trove.filter.Tables;
import io.trove.ledger.Appending;
import io.trove.ledger.Database;
import io.trove.ledger.FreshDatabase;
import io.trove.ledger.Head;
import io.trove.ledger.LedgerId;
import io.trove.ledger.Rows;
import io.trove.merkle.CompactRange;
import io.trove.merkle.Proofs;
import io.trove.merkle.Rfc6962;
import io.trove.merkle.Tile;
import io.trove.merkle.Tree;
import java.io.ByteArrayOutputStream;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("database")
class GrowthTest {

    private static final String KEPT_TREE = "SELECT tree FROM ledger_head WHERE ledger_id = ?";

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    /** Derby would reclaim what a shorter one leaves, and write its log twice. */
    @Test
    void the_row_of_the_head_never_becomes_shorter_on_derby() throws Exception {
        try (GrownLedger ledger = GrownLedger.on(Database.DERBY)) {
            int before = 0;
            for (int i = 0; i < 40; i++) {
                ledger.append(1);
                int length = ledger.with(GrowthTest::keptTreeLength);
                assertTrue(length >= before && length > 0, length + " behind " + before);
                before = length;
            }
        }
    }

    private static int keptTreeLength(Tables tables) throws SQLException {
        try (PreparedStatement select = tables.connection().prepareStatement(KEPT_TREE)) {
            select.setLong(1, tables.ledger());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBytes(1).length;
            }
        }
    }

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
    void requests_small_and_large_that_are_appended_at_the_same_time_leave_one_tree(Database kind) throws Exception {
        try (GrownLedger ledger = GrownLedger.in(FreshDatabase.of(kind), kind, byTurns())) {
            var threads = Executors.newFixedThreadPool(8);
            var done = new CountDownLatch(200);
            for (int i = 0; i < 200; i++) {
                int events = i % 5 == 0 ? 100 + random.nextInt(200) : 1 + random.nextInt(5);
                threads.execute(() -> {
                    ledger.append(events);
                    done.countDown();
                });
            }
            done.await();
            threads.shutdown();
            assertWhole(ledger);
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void servers_that_take_turns_at_random_leave_the_same_tiles_as_one(Database kind) throws Exception {
        try (GrownLedger ledger = GrownLedger.in(FreshDatabase.of(kind), kind, byTurns())) {
            while (ledger.ledger().size() < 1_400) {
                ledger.append(1 + random.nextInt(90));
            }
            assertWhole(ledger);
        }
    }

    /** What servers remember of a tree that each of them grows now and then. */
    private Consumer<Appending> byTurns() {
        var servers = List.of(new Growth(), new Growth(), new Growth());
        return batch -> servers.get(random.nextInt(servers.size())).grow(batch);
    }

    private void assertWhole(GrownLedger ledger) throws SQLException {
        int size = (int) ledger.ledger().size();
        ledger.with(tables -> {
            var stored = new StoredTiles(tables);
            for (long index = 0; index < size / Tile.WIDTH; index++) {
                var tile = new Tile(0, index, Tile.WIDTH);
                var leaves = new ByteArrayOutputStream();
                stored.entries(tile).forEach(digest -> leaves.writeBytes(Rfc6962.leaf(digest)));
                assertArrayEquals(leaves.toByteArray(), stored.read(tile), "with the seed " + seed);
            }
            CompactRange head = CompactRange.of(size, ledger.ledger().head().tree());
            assertArrayEquals(GrownLedger.naiveRoot(tables, size), head.root(), "with the seed " + seed);
            return true;
        });
    }

    @Test
    void the_leaves_of_an_open_tile_are_good_only_for_the_tree_that_was_grown_from_them() {
        var open = new OpenTiles();
        var ledger = new LedgerId(1);
        byte[] tree = new byte[32];
        List<byte[]> leaves = List.of(new byte[32]);
        open.remember(ledger, tree, leaves);
        assertEquals(Optional.of(leaves), open.leaves(ledger, new Head(1, 0, 0, 0, tree)));
        byte[] anothers = new byte[32];
        anothers[31] = 1;
        assertEquals(Optional.empty(), open.leaves(ledger, new Head(1, 0, 0, 0, anothers)));
        assertEquals(Optional.empty(), open.leaves(ledger, new Head(2, 0, 0, 0, tree)));
        assertEquals(Optional.empty(), open.leaves(new LedgerId(2), new Head(1, 0, 0, 0, tree)));
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
