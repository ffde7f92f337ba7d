package io.trove.jsonschema;

import io.trove.containment.Containment;
import io.trove.containment.Finding;
import io.trove.containment.Side;
import io.trove.event.Json;
import io.trove.jsonschema.Difference.Direction;
import io.trove.jsonschema.Difference.Standing;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Whether a new version of a schema keeps what its mode promises, and what shows it when not. */
public final class Compatibility {
    static final int DIFFERENCES_MAX = 100;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Reading and compiling what is compared takes as long again where that is as much as a request may bring. */
    private static final long NANOS_MAX = Duration.ofMillis(500).toNanos();

    private final Side candidate;
    private final CompatibilityMode mode;
    private final boolean explain;
    private final long endNanos = cpuNanos() + NANOS_MAX;
    private final List<Difference> differences = new ArrayList<>();
    private boolean compatible = true;
    private int left;

    private Compatibility(Side candidate, CompatibilityMode mode, boolean explain) {
        this.candidate = candidate;
        this.mode = mode;
        this.explain = explain;
    }

    /**
     * The verdict, within half a second of processor time: what could not be compared by then is undecided, and so not compatible.
     *
     * @param earlier newest first; only the first counts unless the mode is transitive
     * @param explain list harmless differences too
     */
    public static Verdict of(
            JsonSchema candidate,
            References references,
            List<Earlier> earlier,
            CompatibilityMode mode,
            boolean explain) {
        return new Compatibility(side(candidate, references), mode, explain).with(earlier);
    }

    private Verdict with(List<Earlier> earlier) {
        List<Earlier> owed = mode.transitive() ? earlier : earlier.subList(0, Math.min(1, earlier.size()));
        Set<Json> seen = new HashSet<>();
        seen.add(candidate.schema());
        for (Earlier one : owed) {
            if (seen.add(one.schema().document())) {
                compare(one);
            }
        }
        return new Verdict(mode, compatible, differences, left);
    }

    private static Side side(JsonSchema schema, References references) {
        return new Side(
                schema.document(),
                references::find,
                value -> says(() -> schema.accepts(value)),
                value -> says(() -> !schema.accepts(value)));
    }

    /** What takes too long to say is not said. */
    private static boolean says(BooleanSupplier validator) {
        try {
            return validator.getAsBoolean();
        } catch (TooCostly e) {
            return false;
        }
    }

    private void compare(Earlier earlier) {
        Side side = side(earlier.schema(), earlier.references());
        if (mode.backward()) {
            Containment.of(side, candidate, share())
                    .forEach(finding -> add(finding, Direction.BACKWARD, earlier.version()));
        }
        if (mode.forward()) {
            Containment.of(candidate, side, share())
                    .forEach(finding -> add(finding, Direction.FORWARD, earlier.version()));
        }
    }

    /** The thread's own time: a busy machine must not make a verdict undecided. */
    private static long cpuNanos() {
        return THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
    }

    /** No comparison takes all the time that is left, so that the next one is made too. */
    private Duration share() {
        long nanos = Math.max(0, endNanos - cpuNanos());
        return Duration.ofNanos(mode.transitive() || mode.forward() ? nanos / 2 : nanos);
    }

    private void add(Finding finding, Direction direction, String version) {
        Standing standing = switch (finding.answer()) {
            case MET -> Standing.HARMLESS;
            case BROKEN -> Standing.BREAKING;
            case NARROWER -> Standing.UNCONFIRMED;
            case OPEN -> Standing.UNDECIDED;
        };
        compatible &= standing == Standing.HARMLESS;
        if (standing == Standing.HARMLESS && !explain) {
            return;
        }
        if (differences.size() == DIFFERENCES_MAX) {
            left++;
            return;
        }
        boolean removed = finding.sort() == Finding.Sort.REMOVED;
        differences.add(new Difference(
                version,
                direction,
                finding.pointer(),
                (direction == Direction.FORWARD) != removed,
                finding.keyword() + '-' + change(finding.sort(), direction),
                finding.where(),
                standing,
                why(finding, direction, version),
                finding.witness()));
    }

    /** Told from the earlier version to the new one, whichever of them makes the demand. */
    private static String change(Finding.Sort sort, Direction direction) {
        boolean added = (sort == Finding.Sort.ADDED) == (direction == Direction.BACKWARD);
        return sort == Finding.Sort.CHANGED ? "changed" : added ? "added" : "removed";
    }

    private static String why(Finding finding, Direction direction, String version) {
        boolean backward = direction == Direction.BACKWARD;
        String demanding = backward ? "the new version" : "version " + version;
        String other = backward ? "version " + version : "the new version";
        if (finding.sort() == Finding.Sort.REMOVED) {
            return other + " says that " + finding.demand() + "; " + demanding + " does not ask for it";
        }
        String says = demanding + " says that " + finding.demand() + "; ";
        return switch (finding.answer()) {
            case MET -> says + "every document of " + other + " does";
            case BROKEN -> says + "a document of " + other + " need not, as the counter-example shows";
            case NARROWER -> says + other + " does not ask for it, though no counter-example was confirmed";
            case OPEN -> says + "no counter-example was found, nor a proof that every document of " + other + " does";
        };
    }
}
