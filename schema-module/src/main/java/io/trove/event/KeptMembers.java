package io.trove.event;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Members of a kept document, looked for one by one, in its bytes, and no further than the last that was asked for: whether an
 * event is meant follows from few of them. Of bytes that are not as a document is kept, all is parsed.
 */
public final class KeptMembers {

    private final byte[] bytes;
    private final int[] from = new int[Member.COUNT];
    private final int[] to = new int[Member.COUNT];
    private int at;
    private int last = Scan.NONE;
    private Optional<Json> whole = Optional.empty();

    public KeptMembers(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The value of a member, if there is one of this name. */
    public Optional<Json> json(String name) {
        Optional<Member> member = Member.titled(name);
        if (member.isEmpty()) {
            return Optional.empty();
        }
        int wanted = member.get().ordinal();
        lookFor(wanted);
        if (whole.isPresent()) {
            return whole.get().member(name);
        }
        return to[wanted] == 0
                ? Optional.empty()
                : Optional.of(Json.kept(Arrays.copyOfRange(bytes, from[wanted], to[wanted])));
    }

    /** An object of those of these members that there are. */
    public Json json(Set<String> names) {
        ObjectNode some = JsonNodeFactory.instance.objectNode();
        for (Member member : titled(names)) {
            json(member.title()).ifPresent(value -> some.set(member.title(), value.tree()));
        }
        return new Json(some);
    }

    /** In canonical order. */
    private static Set<Member> titled(Set<String> names) {
        var members = EnumSet.noneOf(Member.class);
        names.forEach(name -> Member.titled(name).ifPresent(members::add));
        return members;
    }

    /** The document's bytes, in which these of its members are as another has them, and are not where that has none. */
    public byte[] with(Json other, Set<String> names) {
        lookFor(Member.COUNT);
        return whole.isPresent() ? whole(other, names) : stretches(other, names);
    }

    private byte[] whole(Json other, Set<String> names) {
        Map<String, Object> members = new TreeMap<>(whole.orElseThrow().members());
        for (String name : names) {
            if (members.remove(name) != null) {
                other.member(name).ifPresent(value -> members.put(name, value));
            }
        }
        return Json.object(members).canonical();
    }

    private byte[] stretches(Json other, Set<String> names) {
        var view = new Jcs(bytes.length);
        int copied = 0;
        for (Member member : titled(names)) {
            int end = to[member.ordinal()];
            if (end > 0) {
                JsonNode value = other.tree().get(member.title());
                int start = from[member.ordinal()];
                if (value != null) {
                    view.raw(bytes, copied, start);
                    view.value(value);
                    copied = end;
                } else {
                    copied = without(view, copied, start - member.key().length, end);
                }
            }
        }
        view.raw(bytes, copied, bytes.length);
        return view.toBytes();
    }

    /** A member goes with the comma before it, or, when nothing is before it, with the one behind; up to where that is done. */
    private int without(Jcs view, int copied, int key, int end) {
        if (bytes[key - 1] == ',' && key > copied) {
            view.raw(bytes, copied, key - 1);
            return end;
        }
        view.raw(bytes, copied, key);
        return bytes[end] == ',' ? end + 1 : end;
    }

    private void lookFor(int wanted) {
        while (last < wanted && at < bytes.length && whole.isEmpty()) {
            int next = isOpening() ? KeptDocument.member(bytes, at + 1, last) : Scan.NONE;
            int start = next == Scan.NONE ? 0 : at + 1 + Member.ALL.get(next).key().length;
            int end = next == Scan.NONE ? Scan.NONE : Scan.end(bytes, start);
            if (end == Scan.NONE || (bytes[end] == '}' && end < bytes.length - 1)) {
                whole = Optional.of(Json.kept(bytes));
                return;
            }
            last = next;
            from[next] = start;
            to[next] = end;
            at = bytes[end] == '}' ? bytes.length : end;
        }
    }

    /** Whether a member follows what is there. */
    private boolean isOpening() {
        return bytes[at] == (at == 0 ? '{' : ',');
    }
}
