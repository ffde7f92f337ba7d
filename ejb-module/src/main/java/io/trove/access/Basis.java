package io.trove.access;

import io.trove.event.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What has to be there for something to be set: whatever it is, nothing yet, or what somebody read and nobody changed since. */
public sealed interface Basis {

    static Basis any() {
        return new Any();
    }

    /** Nothing of this name yet. */
    static Basis none() {
        return new None();
    }

    /** What has this mark. */
    static Basis read(String mark) {
        return new Read(mark);
    }

    /** What tells these members of something from others that it had before or has later. */
    static String mark(Map<String, ?> members) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String said = Json.object(members).toString();
            return HexFormat.of().formatHex(digest.digest(said.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** That it is so; {@code kind} is what people call what has the name. */
    void require(String kind, String name, Optional<Map<String, Object>> there);

    /** These types of events, where it matters what they say. */
    Set<String> changedBy(Set<String> types);

    record Any() implements Basis {

        @Override
        public void require(String kind, String name, Optional<Map<String, Object>> there) {
            // whatever is there may be
        }

        @Override
        public Set<String> changedBy(Set<String> types) {
            return Set.of();
        }
    }

    record None() implements Basis {

        @Override
        public void require(String kind, String name, Optional<Map<String, Object>> there) {
            if (there.isPresent()) {
                throw new NameTaken(kind, name);
            }
        }

        @Override
        public Set<String> changedBy(Set<String> types) {
            return types;
        }
    }

    record Read(String mark) implements Basis {

        @Override
        public void require(String kind, String name, Optional<Map<String, Object>> there) {
            if (there.map(Basis::mark).filter(mark::equals).isEmpty()) {
                throw new ChangedMeanwhile(kind, name, there.isPresent());
            }
        }

        @Override
        public Set<String> changedBy(Set<String> types) {
            return types;
        }
    }
}
