package io.trove.integrity;

import java.util.List;

/**
 * What was seen of a stretch.
 *
 * @param leaves the leaf of each position
 * @param recordedFirst when its first event was recorded, by its column
 * @param recordedLast when the latest of them was
 * @param rows how many rows of other tables its events should have
 */
record Looked(
        long start, List<byte[]> leaves, long recordedFirst, long recordedLast, long rows, List<Disagreement> found) {}
