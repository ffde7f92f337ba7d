package io.trove.bench;

import io.trove.merkle.Tile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows that raw JDBC writes of some events, ready before they are measured but for their positions. */
final class RawRows {

    private static final int HASH_BYTES = 32;
    private static final byte[] HASH = new byte[HASH_BYTES];
    private static final byte[] HASHES = new byte[Tile.WIDTH * HASH_BYTES];

    private RawRows() {}

    /** An event's row, its index key and the state of its entity after it. */
    record Ready(Object[] event, String name, String value, byte[] state) {

        String entityType() {
            return (String) event[3];
        }

        String entityId() {
            return (String) event[4];
        }
    }

    /** An event's row and its index key's: what an append writes by itself. */
    static Map<RawTable, List<Object[]>> own(List<Ready> ready, long first) {
        Map<RawTable, List<Object[]>> rows = new EnumMap<>(RawTable.class);
        for (int i = 0; i < ready.size(); i++) {
            long position = first + i;
            Ready each = ready.get(i);
            add(rows, RawTable.EVENT, with(each.event(), position));
            add(rows, RawTable.EVENT_KEY, each.name(), each.value(), position);
        }
        return rows;
    }

    /** These and all that a server writes of them: the tree's tiles, what sights ask of entities, the entities' states. */
    static Map<RawTable, List<Object[]>> all(List<Ready> ready, long first) {
        Map<RawTable, List<Object[]>> rows = own(ready, first);
        Map<String, Integer> last = new HashMap<>();
        for (int i = 0; i < ready.size(); i++) {
            last.put(ready.get(i).entityId(), i);
        }
        last.values().forEach(i -> {
            Ready each = ready.get(i);
            long position = first + i;
            add(rows, RawTable.SIGHT_KEY, each.entityType(), each.entityId(), each.name(), each.value(), position);
            add(rows, RawTable.ENTITY_STATE, each.state(), 0L, position, 0L, each.entityType(), each.entityId());
        });
        for (long tile = first / Tile.WIDTH; tile < (first + ready.size()) / Tile.WIDTH; tile++) {
            add(rows, RawTable.TILE, HASHES, tile);
            add(rows, RawTable.TILE_HASH, 1L, HASH, tile);
        }
        return rows;
    }

    /** As long as what a head keeps of a tree of this size. */
    static byte[] tree(long size) {
        return new byte[Long.bitCount(size) * HASH_BYTES];
    }

    private static void add(Map<RawTable, List<Object[]>> rows, RawTable table, Object... values) {
        rows.computeIfAbsent(table, each -> new ArrayList<>()).add(values);
    }

    private static Object[] with(Object[] values, long position) {
        Object[] all = Arrays.copyOf(values, values.length + 1);
        all[values.length] = position;
        return all;
    }
}
