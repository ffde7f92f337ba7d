package io.trove.api;

import io.trove.event.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Lines of an import that are appended together: the events among them, and why the others are none. */
final class ImportChunk {
    static final int LINES_MAX = 500;
    static final long BYTES_MAX = 4L << 20;

    private final List<Integer> numbers = new ArrayList<>();
    private final List<Draft> drafts = new ArrayList<>();
    private final SortedMap<Integer, Problem> refused = new TreeMap<>();
    private long bytes;

    void add(int line, Draft draft) {
        numbers.add(line);
        drafts.add(draft);
        bytes += draft.contentLength();
    }

    void refuse(int line, Problem problem) {
        refused.put(line, problem);
    }

    /** What is wrong after it is of no interest to who stops there. */
    void keepFirstRefused() {
        if (!refused.isEmpty()) {
            refused.tailMap(refused.firstKey() + 1).clear();
        }
    }

    boolean isFull() {
        return numbers.size() + refused.size() >= LINES_MAX || bytes >= BYTES_MAX;
    }

    boolean isEmpty() {
        return numbers.isEmpty() && refused.isEmpty();
    }

    List<Draft> drafts() {
        return drafts;
    }

    /** The line that the draft at this index is of. */
    int number(int index) {
        return numbers.get(index);
    }

    /** What is wrong, by the number of the line. */
    SortedMap<Integer, Problem> refused() {
        return refused;
    }
}
