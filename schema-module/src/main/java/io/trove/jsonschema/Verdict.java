package io.trove.jsonschema;

import java.util.List;

/**
 * Whether a new version may follow the earlier ones.
 *
 * @param compatible proven: no document shows otherwise
 * @param differences those that break, could break, or (when explained) are harmless; the first ones that were asked for
 * @param left how many more differences there are than are listed
 */
public record Verdict(CompatibilityMode mode, boolean compatible, List<Difference> differences, int left) {
    public Verdict {
        differences = List.copyOf(differences);
    }
}
