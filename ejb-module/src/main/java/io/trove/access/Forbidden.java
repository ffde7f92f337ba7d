package io.trove.access;

import io.trove.refusal.Refusal;
import java.util.Map;

/** The caller may know of the ledger, and may not do this in it. */
public final class Forbidden extends Refusal {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, Object> facts;

    private Forbidden(String detail, Map<String, Object> facts) {
        super(detail);
        this.facts = facts;
    }

    static Forbidden lacks(Permission permission, String what) {
        return new Forbidden(
                "%s takes the permission \"%s\", which you do not have here; ask an administrator for a role that has it"
                        .formatted(what, permission.text()),
                Map.of("permission", permission.text()));
    }

    static Forbidden narrowed(String what) {
        return new Forbidden(
                "%s takes a sight of every event, because its answer tells of events whoever may see them; your roles show you some"
                        .formatted(what),
                Map.of());
    }

    static Forbidden masked(String what) {
        return new Forbidden(
                "%s asks by a field that one of your roles masks, and its answer would tell what the field says"
                        .formatted(what),
                Map.of());
    }

    /** What would tell the rest of something, of which a part is masked. */
    public static Forbidden masking(String what) {
        return new Forbidden(
                "%s is not read where one of your roles masks a part of the event's files, because it may tell that part; ask an administrator for roles that mask none"
                        .formatted(what),
                Map.of());
    }

    static Forbidden systemType(String type) {
        return new Forbidden(
                "Events of the type \"%s\" are recorded by Trove alone; use the operation that leads to it, or another type"
                        .formatted(type),
                Map.of("eventType", type));
    }

    static Forbidden systemLedger() {
        return new Forbidden(
                "Trove alone appends to the environment \"system\"; append to one of the organization's others",
                Map.of());
    }

    @Override
    public String slug() {
        return "forbidden";
    }

    @Override
    public String title() {
        return "Not allowed";
    }

    @Override
    public int status() {
        return 403;
    }

    @Override
    public Map<String, Object> facts() {
        return facts;
    }
}
