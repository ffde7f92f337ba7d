package io.trove.filter;

import io.trove.refusal.Refusal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A filter asks for something that events do not have, or in a way that is not understood. */
public final class FilterRefused extends Refusal {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, Object> facts;

    private FilterRefused(String detail, Map<String, Object> facts) {
        super(detail);
        this.facts = facts;
    }

    static FilterRefused unknown(String name, Collection<String> known) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("parameter", name);
        facts.put("known", known.stream().sorted().toList());
        return new FilterRefused(
                "There is no \"%s\" to ask for; there are %s"
                        .formatted(
                                name, String.join(", ", known.stream().sorted().toList())),
                facts);
    }

    /** The same, where what was asked for has another name. */
    public FilterRefused as(UnaryOperator<String> names) {
        String name = (String) facts.get("parameter");
        return facts.containsKey("known")
                ? this
                : value(names.apply(name), (String) facts.get("got"), (String) facts.get("wanted"));
    }

    /** What was asked for under this name has another form than is understood. */
    public static FilterRefused value(String name, String got, String wanted) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("parameter", name);
        facts.put("got", got);
        facts.put("wanted", wanted);
        return new FilterRefused("%s is %s, and %s is wanted".formatted(name, got, wanted), facts);
    }

    @Override
    public String slug() {
        return "filter-refused";
    }

    @Override
    public String title() {
        return "The filter is not understood";
    }

    @Override
    public int status() {
        return 400;
    }

    @Override
    public Map<String, Object> facts() {
        return facts;
    }
}
