package io.trove.expression;

import com.google.re2j.Pattern;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.values.CelByteString;
import dev.cel.runtime.CelEvaluationListener;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts what an evaluation does and ends it when that is too much. A unit of work takes some nanoseconds: a character that
 * is read, a tenth of an item. Nothing here looks at a clock, so that the same expression ends at the same place everywhere.
 */
final class Meter implements CelEvaluationListener {
    /** The evaluation did more than it may. */
    static final class Over extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Over(String why) {
            super(why, null, false, false);
        }
    }

    static final int STEPS_MAX = 1_000_000;
    static final int TEXT_MAX = 1 << 20;
    static final int ITEMS_MAX = 100_000;
    static final long WORK_MAX = 64L << 20;

    private static final int ITEM_WORK = 10;

    /** A text within a list or map is only read where it is compared, and then at many characters a unit. */
    private static final int CHARACTERS_WITHIN_A_UNIT = 8;

    private static final ThreadLocal<Meter> CURRENT = new ThreadLocal<>();

    private final Passages passages;
    private final Map<String, Pattern> patterns = new HashMap<>();
    private long steps;
    private long work;
    private String over = "";

    /** A meter for one evaluation of the expression that these are the passages of. */
    Meter(Passages passages) {
        this.passages = passages;
    }

    /** The meter of the evaluation that this thread is in. */
    static Meter current() {
        return CURRENT.get();
    }

    void begin() {
        CURRENT.set(this);
    }

    static void end() {
        CURRENT.remove();
    }

    @Override
    public void callback(CelExpr expression, Object value) {
        if (++steps > STEPS_MAX) {
            over("more than " + STEPS_MAX + " steps");
        }
        int text = length(value);
        if (text > TEXT_MAX) {
            over("a text of more than " + TEXT_MAX + " characters");
        }
        spend(text);
        if (!passages.isPassed(expression.id(), value)) {
            var weight = new Weight();
            weight.add(value);
            spend(weight.items * ITEM_WORK + weight.characters / CHARACTERS_WITHIN_A_UNIT);
        }
    }

    /** Work that is about to be done; once there was too much there is no more, whoever caught the news. */
    void spend(long units) {
        work += units;
        if (work > WORK_MAX || isOver()) {
            over("there was too much to go through");
        }
    }

    /** A pattern is read once in an evaluation, however often it is matched. */
    Pattern pattern(String text, int unitsToRead) {
        Pattern known = patterns.get(text);
        if (known == null) {
            spend(unitsToRead);
            known = Pattern.compile(text);
            patterns.put(text, known);
        }
        return known;
    }

    boolean isOver() {
        return !over.isEmpty();
    }

    String why() {
        return over;
    }

    private void over(String why) {
        if (!isOver()) {
            over = "the expression was ended: " + why;
        }
        throw new Over(over);
    }

    private static int length(Object value) {
        if (value instanceof CharSequence text) {
            return text.length();
        }
        return value instanceof CelByteString bytes ? bytes.size() : 0;
    }

    /** What a list or map holds, and what that holds. */
    private final class Weight {
        private long items;
        private long characters;

        void add(Object value) {
            if (value instanceof Collection<?> list) {
                addAll(list);
            } else if (value instanceof Map<?, ?> map) {
                addAll(map.values());
            }
        }

        private void addAll(Collection<?> within) {
            items += within.size();
            if (items > ITEMS_MAX) {
                over("a value of more than " + ITEMS_MAX + " items");
            }
            for (Object item : within) {
                characters += length(item);
                add(item);
            }
        }
    }
}
