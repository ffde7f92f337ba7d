package io.trove.entities;

import java.util.Optional;

/** The entities whose ids are behind one and not behind another: a part of all, by their ids. */
public record IdRange(String behind, Optional<String> last) {

    static final IdRange ALL = new IdRange("", Optional.empty());

    IdRange from(String at) {
        return new IdRange(at, last);
    }
}
