package io.trove.integrity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.trove.filter.Tables;
import io.trove.ledger.Database;
import io.trove.ledger.Head;
import io.trove.merkle.Proofs;
import io.trove.merkle.Tree;
import java.sql.PreparedStatement;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("database")
class RecentTilesTest {

    private static final int SIZE = 1_100;

    /** Each has tiles of its own at the edge, so that more are made than are remembered. */
    private static final int SIZES = 300;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final RecentTiles recent = new RecentTiles();

    @ParameterizedTest
    @EnumSource(Database.class)
    void proofs_from_remembered_tiles_are_those_from_the_tiles_that_are_kept(Database kind) throws Exception {
        try (GrownLedger grown = GrownLedger.on(kind).to(SIZE, random)) {
            Head head = grown.ledger().head();
            grown.with(tables -> {
                for (int i = 0; i < SIZES; i++) {
                    int size = 1 + random.nextInt(SIZE);
                    long position = random.nextInt(size);
                    Tree tree = recent.tree(tables, grown.ledger().ledger(), head, size);
                    byte[] root = new StoredTiles(tables).tree(size).root();
                    assertArrayEquals(root, tree.root(), "with the seed " + seed);
                    Proofs.inclusion(position, size, tree.nodes().node(0, position), tree.inclusion(position), root);
                }
                return true;
            });
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void tiles_are_remembered_of_one_history_alone(Database kind) throws Exception {
        try (GrownLedger grown = GrownLedger.on(kind).to(SIZE, random)) {
            Head head = grown.ledger().head();
            Head restored = new Head(
                    head.size(), head.recordedAtMicros(), head.settingsVersion(), head.epoch() + 1, head.tree());
            grown.with(tables -> {
                byte[] known = leaf(grown, head, tables);
                try (PreparedStatement change =
                        tables.connection().prepareStatement("UPDATE tile SET hashes = ? WHERE ledger_id = ?")) {
                    change.setBytes(1, new byte[256 * 32]);
                    change.setLong(2, tables.ledger());
                    change.executeUpdate();
                }
                assertArrayEquals(known, leaf(grown, head, tables));
                assertArrayEquals(new byte[32], leaf(grown, restored, tables));
                return true;
            });
        }
    }

    private byte[] leaf(GrownLedger grown, Head head, Tables tables) {
        return recent.tree(tables, grown.ledger().ledger(), head, SIZE).nodes().node(0, 7);
    }
}
