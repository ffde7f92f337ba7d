package io.trove.containment;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** A set of characters, as code points in ranges; half a surrogate pair is in none. */
record Characters(List<Range> ranges) {
    record Range(int from, int to) {}

    static final int LAST = Character.MAX_CODE_POINT;
    static final Characters EVERY = new Characters(List.of(new Range(0, LAST)));
    static final Characters DIGITS = of('0', '9');
    static final Characters WORD = DIGITS.or(of('A', 'Z')).or(of('a', 'z')).or(of('_', '_'));
    static final Characters SPACE = of('\t', '\r')
            .or(of(' ', ' '))
            .or(of(0xA0, 0xA0))
            .or(of(0x1680, 0x1680))
            .or(of(0x2000, 0x200A))
            .or(of(0x2028, 0x2029))
            .or(of(0x202F, 0x202F))
            .or(of(0x205F, 0x205F))
            .or(of(0x3000, 0x3000))
            .or(of(0xFEFF, 0xFEFF));
    static final Characters NO_LINE_END =
            of('\n', '\n').or(of('\r', '\r')).or(of(0x2028, 0x2029)).not();

    private static final String READABLE = "abcxyz0123456789ABCXYZ-_ .:/@";

    static Characters of(int from, int to) {
        return new Characters(List.of(new Range(from, to)));
    }

    boolean has(int character) {
        for (Range range : ranges) {
            if (range.from() <= character && character <= range.to()) {
                return true;
            }
        }
        return false;
    }

    Characters or(Characters other) {
        List<Range> both = new ArrayList<>(ranges);
        both.addAll(other.ranges);
        return new Characters(both);
    }

    Characters not() {
        List<Range> sorted = new ArrayList<>(ranges);
        sorted.sort((left, right) -> Integer.compare(left.from(), right.from()));
        List<Range> rest = new ArrayList<>();
        int next = 0;
        for (Range range : sorted) {
            if (range.from() > next) {
                rest.add(new Range(next, range.from() - 1));
            }
            next = Math.max(next, range.to() + 1);
        }
        if (next <= LAST) {
            rest.add(new Range(next, LAST));
        }
        return new Characters(rest);
    }

    /** One character for each way of being in these sets or not, the readable ones first. */
    static int[] representatives(List<Characters> sets) {
        TreeSet<Integer> starts = new TreeSet<>();
        starts.add(0);
        starts.add((int) Character.MIN_SURROGATE);
        starts.add(Character.MAX_SURROGATE + 1);
        for (Characters set : sets) {
            for (Range range : set.ranges()) {
                starts.add(range.from());
                starts.add(range.to() + 1);
            }
        }
        List<Integer> readable = new ArrayList<>();
        List<Integer> rest = new ArrayList<>();
        for (int start : starts) {
            if (start > LAST || start == Character.MIN_SURROGATE) {
                continue;
            }
            Integer after = starts.higher(start);
            int end = after == null ? LAST : after - 1;
            READABLE.codePoints()
                    .filter(shown -> start <= shown && shown <= end)
                    .findFirst()
                    .ifPresentOrElse(readable::add, () -> rest.add(start <= ' ' && end > ' ' ? '!' : start));
        }
        readable.sort((left, right) -> Integer.compare(READABLE.indexOf(left), READABLE.indexOf(right)));
        rest.sort((left, right) -> Boolean.compare(left < '!', right < '!'));
        readable.addAll(rest);
        return readable.stream().mapToInt(Integer::intValue).toArray();
    }
}
