package io.trove.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.OptionalLong;

/** A store of which nothing is asked before it is known to be the installation's own. */
final class OwnedStore implements BlobStore {

    private final BlobStore store;
    private final Check check;
    private volatile boolean checked;

    /** Returns when the store is the installation's; fails when it cannot be reached. */
    interface Check {
        void require(BlobStore store) throws IOException;
    }

    OwnedStore(BlobStore store, Check check) {
        this.store = store;
        this.check = check;
    }

    private BlobStore own() throws IOException {
        if (!checked) {
            check.require(store);
            checked = true;
        }
        return store;
    }

    @Override
    public String name() throws IOException {
        return own().name();
    }

    @Override
    public Path arriving() {
        return store.arriving();
    }

    @Override
    public void keep(Blob blob, Path arrived) throws IOException {
        own().keep(blob, arrived);
    }

    @Override
    public OptionalLong size(Blob blob) throws IOException {
        return own().size(blob);
    }

    @Override
    public InputStream open(Blob blob, Span span) throws IOException {
        return own().open(blob, span);
    }

    @Override
    public void delete(Blob blob) throws IOException {
        own().delete(blob);
    }
}
