package io.trove.entities;

/** The piles of a spread from one to before another: the entities that come to them. */
public record Portion(Spread spread, int next, int end) {

    static Portion all(Spread spread) {
        return new Portion(spread, 0, spread.piles());
    }

    Portion from(int pile) {
        return new Portion(spread, pile, end);
    }
}
