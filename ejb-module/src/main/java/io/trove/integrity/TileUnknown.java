package io.trove.integrity;

import io.trove.refusal.Refusal;

/** There is no such tile, or not yet. */
public final class TileUnknown extends Refusal {

    private static final long serialVersionUID = 1L;

    public TileUnknown(String path) {
        super("There is no tile " + path + "; a checkpoint's size says which there are");
    }

    @Override
    public String slug() {
        return "tile-unknown";
    }

    @Override
    public String title() {
        return "There is no such tile";
    }

    @Override
    public int status() {
        return 404;
    }
}
