package io.trove.files;

import io.trove.refusal.Refusal;
import java.util.Map;

/** A file of an event is not what it is said to be, or may not be given. */
public final class FileRefused extends Refusal {

    private static final long serialVersionUID = 1L;

    private final int index;
    private final String pointer;
    private final String got;
    private final String wanted;

    /** Where: the event's index in the request, and the JSON pointer in it; what was got there and what was wanted. */
    public FileRefused(int index, String pointer, String got, String wanted) {
        super("%s of event %d: got %s, wanted %s; nothing was recorded".formatted(pointer, index, got, wanted));
        this.index = index;
        this.pointer = pointer;
        this.got = got;
        this.wanted = wanted;
    }

    @Override
    public String slug() {
        return "file-refused";
    }

    @Override
    public String title() {
        return "A file is not what it is said to be";
    }

    @Override
    public int status() {
        return 422;
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("index", index, "pointer", pointer, "got", got, "wanted", wanted);
    }
}
