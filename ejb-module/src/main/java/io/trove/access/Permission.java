package io.trove.access;

import java.util.Arrays;
import java.util.Optional;

/** What a role lets its holders do in a ledger. */
public enum Permission {
    EVENTS_APPEND("events.append"),
    /** Append events that name another actor, a cause of their own, or a producer that is not the caller's. */
    EVENTS_APPEND_AS("events.appendAs"),
    EVENTS_READ("events.read"),
    /** Read the files of the events that may be read. */
    FILES_READ("files.read"),
    /** Have a ledger's files read again, and learn what became of them. */
    FILES_VERIFY("files.verify"),
    /** Read a ledger's checkpoints, tiles and proofs, which show no content, and the evidence of what may be read. */
    PROOF_READ("proof.read"),
    /** Have a ledger audited, and read what was found. */
    PROOF_AUDIT("proof.audit"),
    /** Link events that are there, and take links away. */
    LINKS_WRITE("links.write"),
    /** Have a ledger sign with another key from now on. */
    KEYS_ROTATE("keys.rotate"),
    /** Register schemas, change what is beside them, and set a ledger's policy. */
    SCHEMAS_WRITE("schemas.write"),
    /** Skip an event that an entity's fold fails at, or have it folded again. */
    ENTITIES_MANAGE("entities.manage"),
    /** Register what commands lead to. */
    COMMANDS_WRITE("commands.write"),
    /** Read which jobs there are, and what they came to. */
    JOBS_READ("jobs.read"),
    /** Start jobs, and pause, stop and restart them; they do what who started them may do. */
    JOBS_RUN("jobs.run"),
    /**
     * In an organization's {@code system} environment: say who may ask and what they may do and see. In the
     * installation's: make organizations too.
     */
    ACCESS_MANAGE("access.manage");

    private final String text;

    Permission(String text) {
        this.text = text;
    }

    /** The permission of this name. */
    static Optional<Permission> named(String text) {
        return Arrays.stream(values())
                .filter(permission -> permission.text.equals(text))
                .findFirst();
    }

    /** The permission's name, as roles and refusals say it. */
    public String text() {
        return text;
    }
}
