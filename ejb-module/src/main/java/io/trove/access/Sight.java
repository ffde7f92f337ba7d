package io.trove.access;

import io.trove.event.Json;
import io.trove.event.KeptMembers;
import io.trove.filter.Extent;
import io.trove.filter.Filter;
import io.trove.ledger.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a caller may see of a ledger: which events, and of each which fields. Only access makes one, and every reading
 * facade demands one.
 */
public final class Sight {

    private static final String EVERYTHING = "all";

    private final Ledger ledger;
    private final Extent extent;
    private final List<Mask> masks;
    private final String version;

    private Sight(Ledger ledger, Extent extent, List<Mask> masks, String version) {
        this.ledger = ledger;
        this.extent = extent;
        this.masks = List.copyOf(masks);
        this.version = version;
    }

    static Sight everything(Ledger ledger) {
        return new Sight(ledger, Extent.all(), List.of(), EVERYTHING);
    }

    static Sight nothing(Ledger ledger) {
        return new Sight(ledger, new Extent(List.of(), List.of()), List.of(), "none");
    }

    /** {@code version} is the same text as long as the rules and what they compare with are the same. */
    static Sight narrowed(Ledger ledger, Extent extent, List<Mask> masks, String version) {
        return extent.isAll() && masks.isEmpty() ? everything(ledger) : new Sight(ledger, extent, masks, version);
    }

    /**
     * A document as it is shown.
     *
     * @param document what is handed out
     * @param searched what filters are asked of: without any field that is masked
     * @param masked the document's members that are not handed out whole
     */
    public record Shown(Json document, Json searched, Set<String> masked) {

        private static final Shown NOTHING = new Shown(Json.object(Map.of()), Json.object(Map.of()), Set.of());

        public Shown {
            masked = Set.copyOf(masked);
        }
    }

    /** The ledger that is seen. */
    public Ledger ledger() {
        return ledger;
    }

    /** The same text as long as the same may be seen; a cursor that was made under another is stale. */
    public String version() {
        return version;
    }

    /** Whether every event is seen, whole. */
    public boolean isEverything() {
        return extent.isAll() && masks.isEmpty();
    }

    /** The events that are seen. */
    public Extent extent() {
        return extent;
    }

    /** Whether nothing that a filter asks for may be masked. */
    boolean shows(Filter filter) {
        return masks.stream().noneMatch(mask -> mask.touched().stream().anyMatch(filter::asksFor));
    }

    /** Whether something of a document that is seen is not shown, if it is there. */
    public boolean masks(KeptMembers document) {
        return masks.stream().anyMatch(mask -> mask.isFor(document));
    }

    /** How a document that is seen is shown. */
    public Shown shown(Json document) {
        return shown(
                document, masks.stream().filter(mask -> mask.isFor(document)).toList());
    }

    /** The same, of which no more is parsed, and shown, than the members of which something may be masked. */
    public Shown maskedOf(KeptMembers document) {
        var meant = new ArrayList<Mask>();
        var touched = new TreeSet<String>();
        for (Mask mask : masks) {
            if (mask.isFor(document)) {
                meant.add(mask);
                touched.addAll(mask.touched());
            }
        }
        return meant.isEmpty() ? Shown.NOTHING : shown(document.json(touched), meant);
    }

    private static Shown shown(Json document, List<Mask> meant) {
        var shown = document;
        var searched = document;
        var masked = new TreeSet<String>();
        for (Mask mask : meant) {
            boolean isSame = searched.equals(shown) && mask.hides();
            if (mask.isIn(shown)) {
                masked.addAll(mask.touched());
            }
            shown = mask.applied(shown, document);
            searched = isSame ? shown : mask.hiding().applied(searched, document);
        }
        return new Shown(shown, searched, masked);
    }
}
