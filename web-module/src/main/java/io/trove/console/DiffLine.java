package io.trove.console;

import java.util.ArrayList;
import java.util.List;

/** A line of two texts held against each other: {@code same}, {@code gone} from the first or {@code new} in the second. */
public record DiffLine(String kind, String text) {

    /** Of texts that differ over more lines than this, all from there on is gone and new. */
    private static final int LINES_MAX = 1_500;

    /** The fewest lines that lead from one text to the other, what goes before what comes. */
    static List<DiffLine> between(List<String> before, List<String> after) {
        int start = 0;
        while (start < Math.min(before.size(), after.size())
                && before.get(start).equals(after.get(start))) {
            start++;
        }
        var lines = new ArrayList<DiffLine>();
        before.subList(0, start).forEach(text -> lines.add(new DiffLine("same", text)));
        differing(before.subList(start, before.size()), after.subList(start, after.size()), lines);
        return lines;
    }

    private static void differing(List<String> before, List<String> after, List<DiffLine> lines) {
        if (before.size() > LINES_MAX || after.size() > LINES_MAX) {
            before.forEach(text -> lines.add(new DiffLine("gone", text)));
            after.forEach(text -> lines.add(new DiffLine("new", text)));
            return;
        }
        int[][] common = common(before, after);
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
                lines.add(new DiffLine("same", before.get(i++)));
                j++;
            } else if (i < before.size() && (j == after.size() || common[i + 1][j] >= common[i][j + 1])) {
                lines.add(new DiffLine("gone", before.get(i++)));
            } else {
                lines.add(new DiffLine("new", after.get(j++)));
            }
        }
    }

    /** How many lines the ends of the two texts have in common, from each pair of places on. */
    private static int[][] common(List<String> before, List<String> after) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
