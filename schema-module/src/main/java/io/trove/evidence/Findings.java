package io.trove.evidence;

import io.trove.merkle.ProofInvalid;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Gathers what holds and what does not. */
final class Findings {

    private static final int FAILURES_MAX = 1_000;

    private final List<String> holding = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private final Set<String> unchecked = new TreeSet<>();

    void hold(String sentence) {
        holding.add(sentence + ".");
    }

    void fail(String sentence) {
        if (failures.size() < FAILURES_MAX) {
            failures.add(sentence.endsWith(".") ? sentence : sentence + ".");
        } else if (failures.size() == FAILURES_MAX) {
            failures.add("There are more failures than %d.".formatted(FAILURES_MAX));
        }
    }

    /** Notes that something in this member of the file takes more to be checked than is there. */
    void leave(String member) {
        unchecked.add(member);
    }

    /** Runs a check of a proof, and notes the one or the other. */
    void prove(String holds, String fails, Runnable check) {
        try {
            check.run();
            hold(holds);
        } catch (ProofInvalid invalid) {
            fail(fails + ": " + invalid.getMessage());
        }
    }

    Verdict verdict() {
        return new Verdict(holding, failures, List.copyOf(unchecked));
    }
}
