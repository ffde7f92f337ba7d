package io.trove.links;

import io.trove.refusal.Refusal;
import java.util.Map;

/** A link that cannot be: an end that is no event's name, or a type that is Trove's own. */
public final class LinkRefused extends Refusal {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, Object> facts;

    LinkRefused(String pointer, String got, String wanted) {
        super("A link has %s at %s, and wanted is %s".formatted(got, pointer, wanted));
        this.facts = Map.of("pointer", pointer, "got", got, "wanted", wanted);
    }

    private LinkRefused(String detail, Map<String, Object> facts) {
        super(detail);
        this.facts = facts;
    }

    /** The event of this index in a request says a link of a type that is Trove's own. */
    static LinkRefused automatic(int index, String type) {
        return new LinkRefused(
                "Event %d has a link of the type \"%s\", which Trove makes itself; use another type, or say in the event what such a link follows from"
                        .formatted(index, type),
                Map.of("index", index, "linkType", type));
    }

    /** A link of a type that is Trove's own is to be made or taken away. */
    static LinkRefused automatic(String type) {
        return new LinkRefused(
                "Links of the type \"%s\" are Trove's own, and nobody else makes one or takes one away; use another type"
                        .formatted(type),
                Map.of("linkType", type));
    }

    @Override
    public String slug() {
        return "link-refused";
    }

    @Override
    public String title() {
        return "No such link can be made or taken away";
    }

    @Override
    public int status() {
        return 422;
    }

    @Override
    public Map<String, Object> facts() {
        return facts;
    }
}
