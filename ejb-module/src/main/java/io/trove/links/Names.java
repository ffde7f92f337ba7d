package io.trove.links;

import io.trove.event.EventId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The names of a ledger's events in memory, from position 0 on: for each the number of its type, its version, the length of
 * its id and the id's bytes, one behind the other in blocks. Who uses it keeps writers and readers apart.
 */
final class Names implements Naming {

    private static final int SIZE = 1_024;
    private static final int BLOCK_BITS = 16;
    private static final int BLOCK = 1 << BLOCK_BITS;
    private static final int SEVEN_BITS = 0x7F;

    private final Map<String, Integer> types = new HashMap<>();
    private final List<String> typeNames = new ArrayList<>();
    private final List<byte[]> blocks = new ArrayList<>();
    private int[] places = new int[SIZE];
    private int count;
    private int used = BLOCK;

    /** Keeps the name of the next event; names are taken in the order of their positions, without a gap. */
    void add(Node node) {
        if (node.position() != count) {
            throw new IllegalStateException("the name at " + count + " was wanted, not that at " + node.position());
        }
        byte[] id = node.id().id().getBytes(StandardCharsets.UTF_8);
        int type = types.computeIfAbsent(node.type(), name -> {
            typeNames.add(name);
            return typeNames.size() - 1;
        });
        int version = node.id().version();
        int length = length(type) + length(version) + length(id.length) + id.length;
        if (used + length > BLOCK) {
            blocks.add(new byte[BLOCK]);
            used = 0;
        }
        if (count == places.length) {
            places = Arrays.copyOf(places, count + count / 2);
        }
        places[count++] = ((blocks.size() - 1) << BLOCK_BITS) | used;
        put(type);
        put(version);
        put(id.length);
        System.arraycopy(id, 0, blocks.get(blocks.size() - 1), used, id.length);
        used += id.length;
    }

    @Override
    public Map<Long, Node> at(Collection<Long> positions, long below) {
        var nodes = new HashMap<Long, Node>(2 * positions.size());
        for (long position : positions) {
            if (position < below && position < count) {
                nodes.put(position, new Reading(places[(int) position]).node(position));
            }
        }
        return nodes;
    }

    /** Whether there is room for more names than an address has bits for. */
    boolean isFull() {
        return blocks.size() >= BLOCK;
    }

    /** The memory that it takes, in bytes. */
    long bytes() {
        long ofTypes =
                typeNames.stream().mapToLong(name -> 64 + 2L * name.length()).sum();
        return (long) BLOCK * blocks.size() + (long) Integer.BYTES * places.length + ofTypes;
    }

    private void put(int number) {
        byte[] block = blocks.get(blocks.size() - 1);
        int rest = number;
        while (rest > SEVEN_BITS) {
            block[used++] = (byte) ((rest & SEVEN_BITS) | (SEVEN_BITS + 1));
            rest >>>= 7;
        }
        block[used++] = (byte) rest;
    }

    private static int length(int number) {
        int length = 1;
        for (int rest = number; rest > SEVEN_BITS; rest >>>= 7) {
            length++;
        }
        return length;
    }

    /** One name, read from where it begins. */
    private final class Reading {

        private final byte[] block;
        private int next;

        Reading(int place) {
            this.block = blocks.get(place >>> BLOCK_BITS);
            this.next = place & (BLOCK - 1);
        }

        Node node(long position) {
            String type = typeNames.get(number());
            int version = number();
            int length = number();
            return new Node(
                    position, new EventId(new String(block, next, length, StandardCharsets.UTF_8), version), type);
        }

        private int number() {
            int number = 0;
            int shift = 0;
            byte read;
            do {
                read = block[next++];
                number |= (read & SEVEN_BITS) << shift;
                shift += 7;
            } while (read < 0);
            return number;
        }
    }
}
