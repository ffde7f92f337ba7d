package io.trove.links;

import java.util.Arrays;

/** Whole numbers, none negative, each once, in the order in which they came: compact, and quick to find. */
final class Numbers {

    private static final int SIZE = 64;

    private long[] inOrder = new long[SIZE];
    private int[] slots = new int[2 * SIZE];
    private int count;

    /** Whether it was not there. */
    boolean add(long number) {
        int slot = slot(number);
        if (slots[slot] > 0) {
            return false;
        }
        if (count == inOrder.length) {
            grow();
            slot = slot(number);
        }
        inOrder[count++] = number;
        slots[slot] = count;
        return true;
    }

    /** Its place in the order; -1 when it is not there. */
    int indexOf(long number) {
        return slots[slot(number)] - 1;
    }

    long get(int index) {
        return inOrder[index];
    }

    int count() {
        return count;
    }

    long[] range(int from, int to) {
        return Arrays.copyOfRange(inOrder, from, to);
    }

    private int slot(long number) {
        int mask = slots.length - 1;
        int slot = (int) ((number * 0x9E3779B97F4A7C15L) >>> 40) & mask;
        while (slots[slot] > 0 && inOrder[slots[slot] - 1] != number) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        inOrder = Arrays.copyOf(inOrder, 2 * count);
        slots = new int[4 * count];
        for (int i = 0; i < count; i++) {
            slots[slot(inOrder[i])] = i + 1;
        }
    }
}
