package io.trove.filter;

/** All positions of a range, each looked at as it is asked for. */
final class Dense implements Positions {

    private final Range range;
    private final Budget budget;
    private long reached;

    Dense(Range range, Budget budget) {
        this.range = range;
        this.budget = budget;
        this.reached = range.first() - 1;
    }

    @Override
    public long next(long key) {
        if (key > range.last()) {
            return END;
        }
        if (key > reached) {
            if (budget.isSpent()) {
                return SPENT;
            }
            budget.spend(1);
            reached = key;
        }
        return key;
    }

    @Override
    public long reach() {
        return reached;
    }

    @Override
    public long decided() {
        return reached;
    }
}
