package io.trove.filter;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a filter's candidates are found: which index entries are walked, and what is left to the rows and documents. */
final class Plan {

    /** Of what is so much denser than the rarest, the candidates' columns are looked at instead. */
    private static final int DENSER = 32;

    private final Tables tables;
    private final Range range;
    private final Positions.Budget budget;
    private final List<Part> parts = new ArrayList<>();
    private final List<Term> rest = new ArrayList<>();

    /** A term that an index answers. */
    private record Part(Term term, List<Posting.Entry> entries) {}

    private Plan(Tables tables, Range range, Positions.Budget budget) {
        this.tables = tables;
        this.range = range;
        this.budget = budget;
    }

    static Candidates of(Tables tables, Filter filter, Range whole, Positions.Budget budget) throws SQLException {
        Range range = narrowed(tables, filter, whole);
        var plan = new Plan(tables, range, budget);
        if (!range.isEmpty()) {
            plan.add(filter);
        }
        Conditions conditions = Conditions.of(filter);
        return new Candidates(range, budget, conditions, Filter.of(plan.rest), plan.walk(conditions));
    }

    /** Positions are dense and recorded times never run backwards, so both kinds of bounds are ends of a stretch. */
    private static Range narrowed(Tables tables, Filter filter, Range whole) throws SQLException {
        Range range = whole;
        for (Term term : filter.terms()) {
            if (term instanceof Term.Between between) {
                range = range.within(between.after() + 1, between.before());
            }
        }
        for (Term term : filter.terms()) {
            if (term instanceof Term.Within times && times.moment() == Term.Within.Moment.RECORDED) {
                long below = range.highest() + 1;
                long from = range.isEmpty() ? 0 : tables.firstRecorded(times.fromMicros(), below);
                long until = range.isEmpty() ? 0 : tables.firstRecorded(times.untilMicros(), below);
                range = range.within(from, until);
            }
        }
        return range;
    }

    private void add(Filter filter) throws SQLException {
        var indexes = new Indexes(tables, filter);
        int entries = 0;
        for (Term term : filter.terms()) {
            Optional<List<Posting.Entry>> found = indexes.entries(term);
            if (found.isPresent() && entries + found.get().size() <= Indexes.ENTRIES_MAX) {
                entries += found.get().size();
                parts.add(new Part(term, found.get()));
            } else if (!isDecidedByRow(term)) {
                rest.add(term);
            }
        }
    }

    private static boolean isDecidedByRow(Term term) {
        return Conditions.cover(term) || term instanceof Term.Between || term instanceof Term.Within;
    }

    private Walk walk(Conditions conditions) throws SQLException {
        if (range.isEmpty() || (parts.isEmpty() && conditions.isEmpty())) {
            return new Dense(range, budget);
        }
        return parts.isEmpty() ? new Scan(tables, conditions, range, budget) : new Intersection(worthWalking());
    }

    private List<Union> worthWalking() throws SQLException {
        int first =
                parts.size() == 1 && parts.get(0).entries().size() == 1 ? Posting.FIRST_ALONE : Posting.FIRST_OF_MANY;
        var unions = new ArrayList<Union>();
        for (Part part : parts) {
            unions.add(new Union(part.entries().stream()
                    .map(entry -> new Posting(tables, entry, range, budget, first))
                    .toList()));
        }
        if (unions.size() == 1) {
            return unions;
        }
        for (Union union : unions) {
            union.next(range.first());
        }
        long farthest = unions.stream().mapToLong(Union::reach).max().orElseThrow();
        var worth = new ArrayList<Union>();
        for (int i = 0; i < parts.size(); i++) {
            if (!Conditions.cover(parts.get(i).term()) || isRare(unions.get(i).reach(), farthest)) {
                worth.add(unions.get(i));
            }
        }
        return worth;
    }

    private boolean isRare(long reach, long farthest) {
        return reach == farthest
                || (farthest != Positions.END && (farthest - range.first()) / DENSER <= reach - range.first());
    }
}
