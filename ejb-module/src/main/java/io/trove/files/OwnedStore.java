package io.trove.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/** A store of which nothing is asked before it is known to be the installation's own, and of which is known whether it answers. */
final class OwnedStore implements BlobStore {

    private final BlobStore store;
    private final Check check;
    private volatile boolean checked;
    private volatile Optional<String> failure = Optional.empty();

    /** Returns when the store is the installation's; fails when it cannot be reached. */
    interface Check {
        void require(BlobStore store) throws IOException;
    }

    OwnedStore(BlobStore store, Check check) {
        this.store = store;
        this.check = check;
    }

    /** Why the store failed when it was last asked for something; nothing when it answered. */
    Optional<String> failure() {
        return failure;
    }

    /** What is asked of the store. */
    private interface Asked<T> {
        T of(BlobStore store) throws IOException;
    }

    private <T> T ask(Asked<T> asked) throws IOException {
        try {
            if (!checked) {
                check.require(store);
                checked = true;
            }
            T answer = asked.of(store);
            failure = Optional.empty();
            return answer;
        } catch (BlobMissing missing) {
            failure = Optional.empty();
            throw missing;
        } catch (IOException failed) {
            failure = Optional.of(String.valueOf(failed.getMessage()));
            throw failed;
        }
    }

    @Override
    public String name() throws IOException {
        return ask(BlobStore::name);
    }

    @Override
    public Path arriving() {
        return store.arriving();
    }

    @Override
    public void keep(Blob blob, Path arrived) throws IOException {
        ask(asked -> {
            asked.keep(blob, arrived);
            return blob;
        });
    }

    @Override
    public OptionalLong size(Blob blob) throws IOException {
        return ask(asked -> asked.size(blob));
    }

    @Override
    public InputStream open(Blob blob, Span span) throws IOException {
        return ask(asked -> asked.open(blob, span));
    }

    @Override
    public void delete(Blob blob) throws IOException {
        ask(asked -> {
            asked.delete(blob);
            return blob;
        });
    }
}
