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

    private LinkRefused(int index, String type) {
        super(
                "Event %d has a link of the type \"%s\", which Trove makes itself; use another type, or say in the event what such a link follows from"
                        .formatted(index, type));
        this.facts = Map.of("index", index, "linkType", type);
    }

    static LinkRefused automatic(int index, String type) {
        return new LinkRefused(index, type);
    }

    @Override
    public String slug() {
        return "link-refused";
    }

    @Override
    public String title() {
        return "No such link can be made";
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
