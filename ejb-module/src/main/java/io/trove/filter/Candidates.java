package io.trove.filter;

import java.sql.SQLException;
import java.util.OptionalLong;

/**
 * The positions that may match a filter, in one direction, found without a document: those that the indexes agree on, or
 * those of a scan. Of their rows, {@link #conditions()} must hold in SQL and {@link #rest()} of the document, and then
 * each matches the filter; whether it lies in the extent its document says. Whoever walks is stopped when the budget of
 * positions looked at is spent, and told how far all is decided.
 */
public final class Candidates {

    private final Range range;
    private final Positions.Budget budget;
    private final Conditions conditions;
    private final Filter rest;
    private final boolean isExact;
    private final Positions walk;
    private long next;
    private long decided;
    private boolean ended;

    Candidates(
            Range range, Positions.Budget budget, Conditions conditions, Filter rest, boolean isExact, Positions walk) {
        this.range = range;
        this.budget = budget;
        this.conditions = conditions;
        this.rest = rest;
        this.isExact = isExact;
        this.walk = walk;
        this.next = range.first();
        this.decided = range.first() - 1;
    }

    /** From the lowest position up to the highest, both included. */
    public static Candidates up(Tables tables, Filter filter, Extent within, long lowest, long highest, int budget)
            throws SQLException {
        return Plan.of(tables, filter, within, Range.of(false, lowest, highest), new Positions.Budget(budget));
    }

    /** From the highest position down to the lowest, both included. */
    public static Candidates down(Tables tables, Filter filter, Extent within, long highest, long lowest, int budget)
            throws SQLException {
        return Plan.of(tables, filter, within, Range.of(true, lowest, highest), new Positions.Budget(budget));
    }

    /** The next one, if there is one and the budget is not spent. */
    public OptionalLong next() throws SQLException {
        long found = walk.next(next);
        if (found == Positions.END) {
            ended = true;
            decided = range.last();
            return OptionalLong.empty();
        }
        if (found == Positions.SPENT) {
            decided = walk.decided();
            return OptionalLong.empty();
        }
        decided = found;
        ended = found == range.last();
        next = found + 1;
        return OptionalLong.of(range.position(found));
    }

    /** Every position up to here, in the direction of the walk, was handed out or does not match. */
    public long decided() {
        return range.position(decided);
    }

    /** Whether everything was decided. */
    public boolean ended() {
        return ended;
    }

    /** Whether what conditions and document leave out is little, so that no more rows are worth reading than are wanted. */
    public boolean isExact() {
        return isExact;
    }

    /** How many positions were looked at, in rows or in indexes. */
    public long scanned() {
        return budget.spent();
    }

    /** What must hold of the columns of a candidate's row. */
    public Conditions conditions() {
        return conditions;
    }

    /** What must hold of a candidate's document. */
    public Filter rest() {
        return rest;
    }
}
