package io.trove.links;

import io.trove.refusal.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/** A link leads to an event that is not there, or that its sender may not see: nobody can tell from this which. */
public final class LinkTargetUnknown extends Refusal {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, Object> facts;

    LinkTargetUnknown(OptionalInt index, String id, OptionalInt version) {
        super("%s links to the event \"%s\"%s, and there is none that you may see; append it before, or with it"
                .formatted(
                        index.isPresent() ? "Event " + index.getAsInt() : "The request",
                        id,
                        version.isPresent() ? " in version " + version.getAsInt() : ""));
        var named = new LinkedHashMap<String, Object>();
        named.put("id", id);
        named.put("version", version);
        var all = new LinkedHashMap<String, Object>();
        all.put("index", index);
        all.put("targetEvent", named);
        this.facts = all;
    }

    @Override
    public String slug() {
        return "link-target-unknown";
    }

    @Override
    public String title() {
        return "A link leads nowhere";
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
