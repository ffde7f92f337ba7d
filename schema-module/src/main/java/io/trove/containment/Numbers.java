package io.trove.containment;

import io.trove.event.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A number that satisfies claims, or proof that there is none. */
final class Numbers {
    private static final int TRIED_MAX = 2_000;
    private static final int DIGITS_MAX = 60;
    private static final int SCALE_MAX = 400;
    private static final int PRECISION_MAX = 2_000;

    private final boolean whole;
    private final Budget budget;
    private final List<BigDecimal> divisors = new ArrayList<>();
    private final List<BigDecimal> not = new ArrayList<>();
    private final Set<BigDecimal> excluded = new HashSet<>();
    private Claim.Bound lower;
    private Claim.Bound upper;
    private boolean extreme;

    private Numbers(boolean whole, Budget budget) {
        this.whole = whole;
        this.budget = budget;
    }

    static Outcome find(Budget budget, Kind kind, Set<Claim> yes, Set<Claim> no) {
        Numbers numbers = new Numbers(kind == Kind.INTEGER, budget);
        (numbers.whole ? numbers.divisors : numbers.not).add(BigDecimal.ONE);
        yes.forEach(numbers::holds);
        no.forEach(numbers::fails);
        return numbers.find();
    }

    private void holds(Claim claim) {
        if (claim instanceof Claim.Bound bound) {
            extreme |= isExtreme(bound.value());
            if (bound.lower()) {
                lower = lower == null || tighter(bound, lower) > 0 ? bound : lower;
            } else {
                upper = upper == null || tighter(bound, upper) < 0 ? bound : upper;
            }
        } else if (claim instanceof Claim.MultipleOf multiple) {
            extreme |= isExtreme(multiple.divisor());
            divisors.add(multiple.divisor().abs());
        }
    }

    private static int tighter(Claim.Bound one, Claim.Bound other) {
        int compared = one.value().compareTo(other.value());
        boolean excludes = one.exclusive() && !other.exclusive();
        return compared != 0 ? compared : excludes ? one.lower() ? 1 : -1 : 0;
    }

    private void fails(Claim claim) {
        if (claim instanceof Claim.MultipleOf multiple) {
            extreme |= isExtreme(multiple.divisor());
            not.add(multiple.divisor().abs());
        } else if (claim instanceof Claim.Values values) {
            values.values().stream().filter(Json::isNumber).map(Kind::number).forEach(excluded::add);
        }
    }

    private static boolean isExtreme(BigDecimal number) {
        return number.precision() > DIGITS_MAX || Math.abs(number.scale()) > SCALE_MAX;
    }

    private Outcome find() {
        if (extreme) {
            return Outcome.OPEN;
        }
        if (lower != null && upper != null) {
            int compared = lower.value().compareTo(upper.value());
            if (compared > 0 || (compared == 0 && (lower.exclusive() || upper.exclusive()))) {
                return Outcome.NONE;
            }
        }
        if (divisors.stream().anyMatch(divisor -> divisor.signum() == 0)) {
            return Outcome.OPEN;
        }
        if (divisors.isEmpty()) {
            return between();
        }
        BigDecimal step = divisors.get(0);
        for (BigDecimal divisor : divisors) {
            budget.step();
            step = common(step, divisor);
            if (step.precision() > PRECISION_MAX) {
                return Outcome.OPEN;
            }
        }
        return among(step);
    }

    /** The multiples of one number, those next to the bounds first. */
    private Outcome among(BigDecimal step) {
        for (BigDecimal divisor : not) {
            if (divisor.signum() != 0 && Evaluation.isMultiple(step, divisor)) {
                return Outcome.NONE;
            }
        }
        BigInteger from = lower == null ? null : edge(lower, step, RoundingMode.CEILING, BigInteger.ONE);
        BigInteger to = upper == null ? null : edge(upper, step, RoundingMode.FLOOR, BigInteger.ONE.negate());
        if (from != null && to != null && from.compareTo(to) > 0) {
            return Outcome.NONE;
        }
        BigInteger size = from == null || to == null ? null : to.subtract(from).add(BigInteger.ONE);
        for (int i = 0; i < TRIED_MAX; i++) {
            budget.step();
            BigInteger at = BigInteger.valueOf(i);
            if (size != null && at.compareTo(size) >= 0) {
                return Outcome.NONE;
            }
            BigInteger factor = from != null ? from.add(at) : to != null ? to.subtract(at) : around(i);
            Optional<Json> found = json(step.multiply(new BigDecimal(factor)));
            if (found.isPresent()) {
                return Outcome.of(found.get());
            }
        }
        return Outcome.OPEN;
    }

    private static BigInteger edge(Claim.Bound bound, BigDecimal step, RoundingMode inward, BigInteger next) {
        BigInteger factor = bound.value().divide(step, 0, inward).toBigInteger();
        boolean onBound = step.multiply(new BigDecimal(factor)).compareTo(bound.value()) == 0;
        return bound.exclusive() && onBound ? factor.add(next) : factor;
    }

    /** 1, 0, 2, -1, 3, -2, … */
    private static BigInteger around(int i) {
        return BigInteger.valueOf(i % 2 == 0 ? i / 2 + 1 : -(i / 2));
    }

    private Outcome between() {
        Set<BigDecimal> tried = new LinkedHashSet<>();
        BigDecimal low = lower == null ? upper == null ? BigDecimal.ZERO : below(upper.value()) : lower.value();
        BigDecimal high = upper == null ? above(low) : upper.value();
        tried.add(low.add(new BigDecimal("0.5")));
        tried.add(high.subtract(new BigDecimal("0.5")));
        tried.add(low);
        tried.add(high);
        for (int parts = 2; parts <= 64; parts++) {
            BigDecimal part = high.subtract(low).divide(BigDecimal.valueOf(parts), new MathContext(6));
            tried.add(low.add(part).round(new MathContext(12)));
            tried.add(low.add(part));
            tried.add(high.subtract(part).round(new MathContext(15)));
        }
        for (BigDecimal one : tried) {
            Optional<Json> found = json(one);
            if (found.isPresent()) {
                return Outcome.of(found.get());
            }
        }
        boolean sole = lower != null && upper != null && low.compareTo(high) == 0;
        return sole ? Outcome.NONE : Outcome.OPEN;
    }

    private static BigDecimal below(BigDecimal bound) {
        return bound.subtract(bound.abs()).subtract(BigDecimal.TEN);
    }

    private static BigDecimal above(BigDecimal bound) {
        return bound.add(bound.abs()).add(BigDecimal.TEN);
    }

    /** The number when it satisfies the claims and JSON carries it exactly. */
    private Optional<Json> json(BigDecimal candidate) {
        BigDecimal number = Kind.stripped(candidate);
        boolean inside = (lower == null || within(number, lower)) && (upper == null || within(number, upper));
        boolean multiple = divisors.stream().allMatch(divisor -> Evaluation.isMultiple(number, divisor));
        boolean none =
                not.stream().noneMatch(divisor -> divisor.signum() != 0 && Evaluation.isMultiple(number, divisor));
        if (!inside || !multiple || !none || excluded.contains(number)) {
            return Optional.empty();
        }
        try {
            return Json.object(Map.of("number", number)).member("number");
        } catch (NumberFormatException notExact) {
            return Optional.empty();
        }
    }

    private static boolean within(BigDecimal number, Claim.Bound bound) {
        int compared = number.compareTo(bound.value());
        return compared == 0 ? !bound.exclusive() : compared > 0 == bound.lower();
    }

    /** The least common multiple of two decimals. */
    private static BigDecimal common(BigDecimal one, BigDecimal other) {
        int scale = Math.max(0, Math.max(one.scale(), other.scale()));
        BigInteger left = one.setScale(scale).unscaledValue();
        BigInteger right = other.setScale(scale).unscaledValue();
        return new BigDecimal(left.divide(left.gcd(right)).multiply(right), scale);
    }
}
