package io.trove.evidence;

import java.util.List;

/**
 * What became of a check.
 *
 * @param holding what was found to be so
 * @param failures a sentence for each thing that does not hold
 * @param unchecked the members of the file of which something takes more to be checked than the verifier was given
 */
public record Verdict(List<String> holding, List<String> failures, List<String> unchecked) {

    public Verdict {
        holding = List.copyOf(holding);
        failures = List.copyOf(failures);
        unchecked = List.copyOf(unchecked);
    }

    /** Whether everything holds that was checked. */
    public boolean holds() {
        return failures.isEmpty();
    }
}
