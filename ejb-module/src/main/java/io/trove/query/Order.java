package io.trove.query;

/** In which order of positions a page goes. */
public enum Order {
    ASC,
    DESC
}
