package io.trove.links;

/** An edge between two positions, and the position of the event that says it. */
public record Edge(long source, long target, String type, long said) {

    /** Positions lie close together: mixed, so that edges between neighbours do not all come to the same place. */
    @Override
    public int hashCode() {
        long mixed = (source * 0x9E3779B97F4A7C15L + target) * 0xC2B2AE3D27D4EB4FL + said;
        return (int) (mixed >>> 32) ^ type.hashCode();
    }

    /** The same edge, whoever says it. */
    Edge unsaid() {
        return new Edge(source, target, type, 0);
    }
}
