package io.trove.links;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.OptionalLong;

/** Walks level by level: the edges of all events of one distance at once, {@link InList#MAX} events a time. */
final class LevelWalk implements Walk {

    /** What can be asked at once, whether it may be seen. */
    private static final int CANDIDATES = 1_000;

    private final Neighbours neighbours;

    LevelWalk(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    @Override
    public Walked walk(Question question, Seen seen) throws SQLException {
        return walk(question, seen, OptionalLong.empty());
    }

    /** The same, until an event is reached. */
    Walked walk(Question question, Seen seen, OptionalLong until) throws SQLException {
        return new Running(question, seen, until).run();
    }

    /** One walk. */
    private final class Running {

        private final Question question;
        private final Walked walked;
        private final Candidates candidates;
        private final long until;
        private long links;

        Running(Question question, Seen seen, OptionalLong until) {
            this.until = until.orElse(-1);
            this.question = question;
            this.walked = new Walked(question.start());
            this.candidates = new Candidates(seen, CANDIDATES, this::reach);
        }

        Walked run() throws SQLException {
            if (question.start() == until) {
                return walked;
            }
            for (int distance = 0; distance < question.depth(); distance++) {
                long[] level = walked.lastLevel();
                boolean whole = follow(level);
                int before = walked.levels();
                walked.endLevel();
                if (!whole || walked.levels() == before) {
                    return walked;
                }
            }
            lookBeyond();
            return walked;
        }

        private boolean follow(long[] level) throws SQLException {
            for (int from = 0; from < level.length; from += InList.MAX) {
                long[] some = Arrays.copyOfRange(level, from, Math.min(level.length, from + InList.MAX));
                if (!neighbours.of(some, question.scope(), question.before(), this::take) || !candidates.settle()) {
                    return false;
                }
            }
            return true;
        }

        private boolean take(long from, long to, String type, long said) throws SQLException {
            if (++links > Picture.LINKS_MAX) {
                walked.end(Bound.LINKS);
                return false;
            }
            return walked.has(to) || candidates.take(from, to, said);
        }

        private boolean reach(long from, long to) {
            if (walked.has(to)) {
                return true;
            }
            if (walked.count() == question.limit()) {
                walked.end(Bound.LIMIT);
                return false;
            }
            walked.reach(to, from);
            return to != until;
        }

        /** Whether anything lies behind the last level: one event is enough to know. */
        private void lookBeyond() throws SQLException {
            var beyond = new Candidates(candidates.seen(), CANDIDATES, (from, to) -> {
                walked.end(Bound.DEPTH);
                return false;
            });
            boolean none =
                    neighbours.of(walked.lastLevel(), question.scope(), question.before(), (from, to, type, said) -> {
                        if (++links > Picture.LINKS_MAX) {
                            walked.end(Bound.LINKS);
                            return false;
                        }
                        return walked.has(to) || beyond.take(from, to, said);
                    });
            if (none) {
                beyond.settle();
            }
        }
    }
}
