package io.trove.containment;

import java.util.List;

/** Whether a demand is narrower than what stood there before by what the keyword says, without a document to show it. */
final class Narrowing {
    private Narrowing() {}

    /** {@code before} are the demands of the same kind at the same place. */
    static boolean isKnown(Atom atom, List<Atom> before) {
        Claim claim = atom.rule().claim();
        boolean unread = claim instanceof Claim.Opaque || claim instanceof Claim.Loop;
        return !unread
                && before.stream().allMatch(one -> isNarrower(claim, one.rule().claim()));
    }

    private static boolean isNarrower(Claim claim, Claim than) {
        if (claim instanceof Claim.Bound now && than instanceof Claim.Bound was) {
            int compared = now.value().compareTo(was.value());
            return now.lower() != was.lower()
                    || (now.lower() ? compared > 0 : compared < 0)
                    || (compared == 0 && now.exclusive() && !was.exclusive());
        }
        if (claim instanceof Claim.Size now && than instanceof Claim.Size was) {
            return now.least() != was.least() || (now.least() ? now.count() > was.count() : now.count() < was.count());
        }
        if (claim instanceof Claim.Values now && than instanceof Claim.Values was) {
            return !now.values().containsAll(was.values());
        }
        return claim instanceof Claim.Kinds now
                && than instanceof Claim.Kinds was
                && !now.kinds().containsAll(was.kinds());
    }
}
