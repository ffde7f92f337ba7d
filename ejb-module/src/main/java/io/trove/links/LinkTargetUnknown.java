package io.trove.links;

import io.trove.refusal.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/** An end of a link is not there, or its sender may not see it: nobody can tell from this which. */
public final class LinkTargetUnknown extends Refusal {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, Object> facts;

    private LinkTargetUnknown(String detail, OptionalInt index, String id, OptionalInt version) {
        super(detail);
        var named = new LinkedHashMap<String, Object>();
        named.put("id", id);
        named.put("version", version);
        var all = new LinkedHashMap<String, Object>();
        all.put("index", index);
        all.put("targetEvent", named);
        this.facts = all;
    }

    /** The event of this index in a request says such a link. */
    static LinkTargetUnknown said(int index, String id, OptionalInt version) {
        return new LinkTargetUnknown(
                "Event %d says a link to or from the event %s, and there is none that you may see; append it before, or with it"
                        .formatted(index, name(id, version)),
                OptionalInt.of(index),
                id,
                version);
    }

    /** Such a link is to be made. */
    static LinkTargetUnknown linking(String id, OptionalInt version) {
        return new LinkTargetUnknown(
                "There is no event %s that you may see; append it before you link it".formatted(name(id, version)),
                OptionalInt.empty(),
                id,
                version);
    }

    /** Such a link is to be taken away. */
    static LinkTargetUnknown unlinking(String id, OptionalInt version) {
        return new LinkTargetUnknown(
                "There is no event %s that you may see; name the two events of the link that is to be taken away"
                        .formatted(name(id, version)),
                OptionalInt.empty(),
                id,
                version);
    }

    private static String name(String id, OptionalInt version) {
        return "\"" + id + "\"" + (version.isPresent() ? " in version " + version.getAsInt() : "");
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
