package io.trove.filter;

import io.trove.event.Json;
import io.trove.event.KeptMembers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which events are meant: those for which every term holds. Filters that ask the same are equal. */
public final class Filter {

    private static final Filter ALL = new Filter(List.of());

    private final List<Term> terms;

    private Filter(List<Term> terms) {
        this.terms = terms.stream()
                .distinct()
                .sorted(Comparator.comparing(Term::text))
                .toList();
    }

    /** Every event. */
    public static Filter all() {
        return ALL;
    }

    /**
     * The filter of an address's parameters; several values of one mean any of them. {@code others} are parameters that
     * mean something else and are passed over; {@link FilterRefused} names the known ones when one is not.
     */
    public static Filter of(Map<String, List<String>> parameters, Set<String> others) {
        return new Filter(Terms.of(parameters, others));
    }

    /** The filter of an object with members of the same names; a list means any of its values. */
    public static Filter of(Json filter) {
        return new Filter(Terms.of(filter));
    }

    /** The events of one entity. */
    public static Filter entity(String type, String id) {
        return of(Map.of("entityType", List.of(type), "entityId", List.of(id)), Set.of());
    }

    /** The events that have one of these texts in a field. */
    public static Filter field(Field field, Collection<String> texts) {
        return new Filter(List.of(new Term.OneOf(field, new TreeSet<>(texts))));
    }

    /** The events that have one of these scalars under an index name. */
    public static Filter index(String name, Collection<Json> values) {
        var texts = new TreeSet<String>();
        values.forEach(value -> texts.add(KeyText.of(value)));
        return new Filter(List.of(new Term.Keyed(name, texts)));
    }

    /** The events of these entities. */
    public static Filter entities(Collection<EntityRef> entities) {
        return new Filter(List.of(new OfEntity(new TreeSet<>(entities))));
    }

    static Filter of(List<Term> terms) {
        return new Filter(terms);
    }

    /** The events that this does not mean. */
    public Filter not() {
        return new Filter(List.of(new Not(this)));
    }

    /** The events that both mean. */
    public Filter and(Filter other) {
        return new Filter(Stream.concat(terms.stream(), other.terms.stream()).toList());
    }

    /** Whether the kept document at this position is meant. */
    public boolean matches(long position, Json document) {
        return matches(Subject.Document.of(position, document));
    }

    /** The same, of which no more is parsed than is asked for. */
    public boolean matches(long position, KeptMembers document) {
        return matches(Subject.Document.of(position, document));
    }

    /** Whether an event with these marks is meant, by a filter of indexed terms. */
    public boolean matches(Marks marks) {
        return matches(new Subject.Marked(marks));
    }

    boolean matches(Subject event) {
        for (Term term : terms) {
            if (!term.matches(event)) {
                return false;
            }
        }
        return true;
    }

    public boolean isAll() {
        return terms.isEmpty();
    }

    /** The names of what is asked that no index knows: an append condition, for one, cannot take these. */
    public List<String> notIndexed() {
        return terms.stream()
                .filter(term -> !Indexes.know(term, this))
                .map(Term::name)
                .toList();
    }

    /** Whether a term asks for this member of the document, or a part of it, which may be masked. */
    public boolean asksFor(String member) {
        return terms.stream().anyMatch(term -> member(term).equals(member));
    }

    private static String member(Term term) {
        if (term instanceof Term.OneOf one) {
            return one.field().member();
        }
        if (term instanceof Term.Keyed) {
            return "indexBy";
        }
        return term instanceof Term.Paid ? "payload" : "";
    }

    /** How many values are asked for, by all terms together. */
    public int size() {
        return terms.stream().mapToInt(Term::size).sum();
    }

    /** 64 bits that tell this filter from others, the same in every process. */
    public long hash() {
        return ByteBuffer.wrap(Hash.sha256(toString().getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    List<Term> terms() {
        return terms;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Filter filter && terms.equals(filter.terms);
    }

    @Override
    public int hashCode() {
        return terms.hashCode();
    }

    @Override
    public String toString() {
        return terms.stream().map(Term::text).collect(Collectors.joining("\n"));
    }
}
