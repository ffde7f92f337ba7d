package io.trove.filter;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/** How a filter's candidates are found: which index entries are walked, and what is left to the rows and documents. */
final class Plan {

    /** Of what is so much denser than the rarest, the candidates' columns are looked at instead. */
    private static final int DENSER = 32;

    private final Tables tables;
    private final Range range;
    private final Positions.Budget budget;
    private final List<Part> parts = new ArrayList<>();
    private final List<Term> rest = new ArrayList<>();

    /** What indexes answer; it can be left out of the walk when rows and documents are asked for it all the same. */
    private record Part(IntFunction<Union> from, boolean canBeLeftOut, boolean isSingle) {}

    /** What indexes answer of a filter, and what is left of it for columns to say; its documents say all of it. */
    private record Indexed(List<List<Posting.Entry>> entries, Filter left) {}

    private Plan(Tables tables, Range range, Positions.Budget budget) {
        this.tables = tables;
        this.range = range;
        this.budget = budget;
    }

    static Candidates of(Tables tables, Filter filter, Extent within, Range whole, Positions.Budget budget)
            throws SQLException {
        Range range = narrowed(tables, filter, within.any().isEmpty() ? whole.within(0, 0) : whole);
        var plan = new Plan(tables, range, budget);
        Optional<Extent> left = within.hasNoBounds() ? Optional.of(within) : Optional.empty();
        if (!range.isEmpty()) {
            plan.add(filter);
            left = left.isPresent() ? left : plan.add(within);
        }
        Conditions conditions = Conditions.of(filter, left.orElse(within));
        boolean isExact = plan.rest.isEmpty() && left.isPresent();
        return new Candidates(range, budget, conditions, Filter.of(plan.rest), isExact, plan.walk(conditions));
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
                parts.add(new Part(
                        first -> union(found.get(), first),
                        Conditions.cover(term),
                        found.get().size() == 1));
            } else if (!isDecidedByRow(term)) {
                rest.add(term);
            }
        }
    }

    /** Walks an extent by the indexes when each of its filters has one: what is left of it for columns and documents to say. */
    private Optional<Extent> add(Extent within) throws SQLException {
        var each = new ArrayList<Indexed>();
        int entries = 0;
        for (Filter filter : within.any()) {
            Indexed found = indexed(filter);
            entries += found.entries().stream().mapToInt(List::size).sum();
            if (found.entries().isEmpty() || entries > Indexes.ENTRIES_MAX) {
                return Optional.empty();
            }
            each.add(found);
        }
        parts.add(new Part(
                first -> new Union(each.stream()
                        .map(all -> new Intersection(all.entries().stream()
                                .map(some -> union(some, first))
                                .toList()))
                        .toList()),
                true,
                entries == 1));
        return Optional.of(new Extent(each.stream().map(Indexed::left).toList(), within.none()));
    }

    /** The entries of each of a filter's terms that an index answers, and what they leave of it; the types only when alone. */
    private Indexed indexed(Filter filter) throws SQLException {
        List<List<Posting.Entry>> rarer = entries(filter, term -> !isType(term));
        List<List<Posting.Entry>> types = rarer.isEmpty() ? entries(filter, Plan::isType) : List.of();
        List<Term> left = filter.terms().stream()
                .filter(term -> !Indexes.know(term, filter) || (isType(term) && !rarer.isEmpty()))
                .toList();
        return new Indexed(rarer.isEmpty() ? types : rarer, Filter.of(left));
    }

    /** Which types are below one is asked by a statement for each of them: not where they are not walked anyway. */
    private List<List<Posting.Entry>> entries(Filter filter, Predicate<Term> isMeant) throws SQLException {
        var indexes = new Indexes(tables, filter);
        var entries = new ArrayList<List<Posting.Entry>>();
        for (Term term : filter.terms()) {
            if (isMeant.test(term)) {
                indexes.entries(term).ifPresent(entries::add);
            }
        }
        return entries;
    }

    private static boolean isType(Term term) {
        return term instanceof Term.OneOf one && one.field() == Field.TYPE;
    }

    private Union union(List<Posting.Entry> entries, int first) {
        return new Union(entries.stream()
                .map(entry -> new Posting(tables, entry, range, budget, first))
                .toList());
    }

    private static boolean isDecidedByRow(Term term) {
        return Conditions.cover(term) || term instanceof Term.Between || term instanceof Term.Within;
    }

    private Positions walk(Conditions conditions) throws SQLException {
        if (range.isEmpty() || (parts.isEmpty() && conditions.isEmpty())) {
            return new Dense(range, budget);
        }
        return parts.isEmpty() ? new Scan(tables, conditions, range, budget) : new Intersection(worthWalking());
    }

    private List<Union> worthWalking() throws SQLException {
        if (parts.size() == 1) {
            int first = parts.get(0).isSingle() ? Posting.FIRST_ALONE : Posting.FIRST_OF_MANY;
            return List.of(parts.get(0).from().apply(first));
        }
        List<Union> unions = parts.stream()
                .map(part -> part.from().apply(Posting.FIRST_OF_MANY))
                .toList();
        for (Union union : unions) {
            union.next(range.first());
        }
        long farthest = unions.stream().mapToLong(Union::reach).max().orElseThrow();
        var worth = new ArrayList<Union>();
        for (int i = 0; i < parts.size(); i++) {
            if (!parts.get(i).canBeLeftOut() || isRare(unions.get(i).reach(), farthest)) {
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
