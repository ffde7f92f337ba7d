package io.trove.integrity;

import io.trove.ledger.Head;
import io.trove.ledger.LedgerId;
import io.trove.merkle.Tile;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The leaves of the tiles at the right edge of the trees that this server grew last, so that they need not be read when the
 * tile becomes full. They are good as long as the head has the tree that was grown from them, and only then: it commits to
 * each of them. A batch that came to nothing, or another server's, leaves another tree.
 */
final class OpenTiles {

    private static final int LEDGERS_MAX = 1_000;

    private record Edge(byte[] tree, List<byte[]> leaves) {}

    private final Map<LedgerId, Edge> edges = new LinkedHashMap<>(16, 0.75f, true);

    /** The leaves behind the last full tile of the tree that the head has, if they are known. */
    synchronized Optional<List<byte[]>> leaves(LedgerId ledger, Head head) {
        return Optional.ofNullable(edges.get(ledger))
                .filter(edge -> edge.leaves().size() == head.size() % Tile.WIDTH)
                .filter(edge -> Arrays.equals(edge.tree(), head.tree()))
                .map(Edge::leaves);
    }

    /** Remembers those of a tree, the least recently grown ledger's making room. */
    synchronized void remember(LedgerId ledger, byte[] tree, List<byte[]> leaves) {
        edges.put(ledger, new Edge(tree, List.copyOf(leaves)));
        if (edges.size() > LEDGERS_MAX) {
            edges.remove(edges.keySet().iterator().next());
        }
    }
}
