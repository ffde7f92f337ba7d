package io.trove.event;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** JSON that is not an event: every violation found, the first one also by itself. */
public final class Invalid extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    /** One member that is wrong: where (a JSON Pointer), what was got and what was wanted. */
    public record Violation(String pointer, String got, String wanted) {
        @Override
        public String toString() {
            return (pointer.isEmpty() ? "the event" : pointer) + ": got " + got + ", wanted " + wanted;
        }
    }

    public Invalid(List<Violation> violations) {
        super(violations.stream().map(Violation::toString).collect(Collectors.joining("; ")));
        this.violations = List.copyOf(violations);
    }

    public Invalid(String pointer, String got, String wanted) {
        this(List.of(new Violation(pointer, got, wanted)));
    }

    /** The same, with other pointers: those into a document that this event was within, or that it was read from. */
    public Invalid at(UnaryOperator<String> pointers) {
        return new Invalid(violations.stream()
                .map(each -> new Violation(pointers.apply(each.pointer()), each.got(), each.wanted()))
                .toList());
    }

    /** Where the first violation is, as a JSON Pointer into the event as sent. */
    public String pointer() {
        return violations.get(0).pointer();
    }

    /** What stands there. */
    public String got() {
        return violations.get(0).got();
    }

    /** What should stand there. */
    public String wanted() {
        return violations.get(0).wanted();
    }

    /** All violations, at least one, in the order of the event's members. */
    public List<Violation> violations() {
        return violations;
    }
}
