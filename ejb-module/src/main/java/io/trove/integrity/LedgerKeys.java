package io.trove.integrity;

import io.trove.access.SigningKeys;
import io.trove.evidence.Checkpoint;
import io.trove.evidence.NoteKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The keys that sign for a ledger, each for the trees of its time, the first first. */
record LedgerKeys(List<LedgerKey> all) {

    LedgerKeys {
        all = List.copyOf(all);
    }

    static LedgerKeys of(String origin, List<SigningKeys.Recorded> recorded) {
        var keys = new ArrayList<LedgerKey>();
        for (int i = 0; i < recorded.size(); i++) {
            SigningKeys.Recorded each = recorded.get(i);
            keys.add(new LedgerKey(
                    Checkpoint.keyOf(origin, each.key()),
                    each.position(),
                    i == 0 ? 0 : each.position() + 2,
                    i + 1 < recorded.size()
                            ? OptionalLong.of(recorded.get(i + 1).position() + 1)
                            : OptionalLong.empty()));
        }
        return new LedgerKeys(keys);
    }

    /** The key that signs now. */
    NoteKey newest() {
        return all.get(all.size() - 1).key();
    }

    /** The key that signs the tree of this size. */
    NoteKey of(long size) {
        return find(size).orElseThrow();
    }

    Optional<NoteKey> find(long size) {
        return all.stream().filter(key -> key.signs(size)).map(LedgerKey::key).findFirst();
    }

    /** The key that handed over last, with the last tree that it signs; none when there was no rotation. */
    Optional<LedgerKey> last() {
        return all.size() < 2 ? Optional.empty() : Optional.of(all.get(all.size() - 2));
    }
}
