package io.trove.evidence;

import io.trove.event.SchemaId;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A schema version that an event of the file claims.
 *
 * @param registeredAt the position of the event that registered it, which is in the file and proven like the others
 * @param shipped its canonical bytes, of one that comes with Trove and that no event registered
 */
public record ClaimedSchema(SchemaId schema, OptionalLong registeredAt, Optional<byte[]> shipped) {

    public ClaimedSchema {
        if (registeredAt.isPresent() && shipped.isPresent()) {
            throw new EvidenceInvalid("The schema %s %s is registered or comes with Trove, not both"
                    .formatted(schema.id(), schema.version()));
        }
    }

    /** One of which the file has no more than the name. */
    public static ClaimedSchema named(SchemaId schema) {
        return new ClaimedSchema(schema, OptionalLong.empty(), Optional.empty());
    }

    /** One that this event registered. */
    public static ClaimedSchema registered(SchemaId schema, long position) {
        return new ClaimedSchema(schema, OptionalLong.of(position), Optional.empty());
    }

    /** One that comes with Trove. */
    public static ClaimedSchema shipped(SchemaId schema, byte[] canonical) {
        return new ClaimedSchema(schema, OptionalLong.empty(), Optional.of(canonical));
    }

    @Override
    public String toString() {
        return schema.id() + " " + schema.version();
    }
}
