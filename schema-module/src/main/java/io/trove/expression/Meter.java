package io.trove.expression;

import dev.cel.common.ast.CelExpr;
import dev.cel.runtime.CelEvaluationListener;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Counts what an evaluation does and ends it when that is too much. */
final class Meter implements CelEvaluationListener {
    /** The evaluation did more than it may. */
    static final class Over extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Over(String why) {
            super(why, null, false, false);
        }
    }

    static final int STEPS_MAX = 200_000;
    static final int TEXT_MAX = 1 << 20;
    static final int ITEMS_MAX = 100_000;
    static final long WORK_MAX = 64L << 20;

    /** The runtime goes through all that a list or map holds wherever it meets it, and each item costs it as much as some text. */
    private static final int ITEM_WORK = 10;

    private long steps;
    private long work;
    private String over = "";

    @Override
    public void callback(CelExpr expression, Object value) {
        steps++;
        int text = value instanceof CharSequence characters ? characters.length() : 0;
        long items = items(value);
        work += text + items * ITEM_WORK;
        if (steps > STEPS_MAX) {
            end("more than " + STEPS_MAX + " steps");
        } else if (text > TEXT_MAX || items > ITEMS_MAX || work > WORK_MAX) {
            end("a value on the way became too large, or there were too many large ones");
        }
    }

    private static long items(Object value) {
        Collection<?> within =
                value instanceof Collection<?> list ? list : value instanceof Map<?, ?> map ? map.values() : List.of();
        long items = within.size();
        for (Object item : within) {
            items += items(item);
        }
        return items;
    }

    private void end(String why) {
        over = "the expression was ended: " + why;
        throw new Over(over);
    }

    boolean isOver() {
        return !over.isEmpty();
    }

    String why() {
        return over;
    }
}
