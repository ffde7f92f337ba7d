package io.trove.evidence;

import java.util.List;

/** What became of a check: what was found to be so, and a sentence for each thing that does not hold. */
public record Verdict(List<String> holding, List<String> failures) {

    public Verdict {
        holding = List.copyOf(holding);
        failures = List.copyOf(failures);
    }

    /** Whether everything holds. */
    public boolean holds() {
        return failures.isEmpty();
    }
}
