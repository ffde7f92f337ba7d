package io.trove.api;

import java.util.Arrays;
import java.util.function.Function;

/** The forms in which a part of the graph is handed out: for programs, for graph tools, for people. */
enum PictureForm {
    JSON(Wanted.JSON, PictureJson::own),
    /** JSON Graph Format, version 2. */
    JSON_GRAPH("application/vnd.jgf+json", PictureJson::jsonGraph),
    GRAPHML("application/graphml+xml", GraphMl::write),
    /** The language of Graphviz. */
    DOT("text/vnd.graphviz", Dot::write),
    MERMAID("text/vnd.mermaid", Mermaid::write);

    private final String mediaType;
    private final Function<Shown, byte[]> writer;

    PictureForm(String mediaType, Function<Shown, byte[]> writer) {
        this.mediaType = mediaType;
        this.writer = writer;
    }

    /** The form that a request accepts most; its header may be null. */
    static PictureForm of(String accept) {
        var offered = Arrays.stream(values()).map(form -> form.mediaType).toList();
        var best = Accepted.of(accept).best(offered).orElseThrow(() -> new NotWritten(accept, offered));
        return values()[offered.indexOf(best)];
    }

    /** What the answer says that it is. */
    String mediaType() {
        return mediaType.startsWith("text/") ? mediaType + ";charset=utf-8" : mediaType;
    }

    byte[] write(Shown shown) {
        return writer.apply(shown);
    }
}
