package io.trove.query;

import java.io.IOException;

/** Takes events one by one, as fast as whoever is behind it does. */
public interface Sink {

    void take(Found event) throws IOException;
}
