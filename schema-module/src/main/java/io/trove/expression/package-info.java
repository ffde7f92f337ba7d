/**
 * Expressions in the Common Expression Language over JSON values: what users write where Trove lets them compute.
 *
 * <p>Promises: an expression sees the values that it is given and nothing else: no clock, no network, no class. It ends: its
 * length, nesting, steps, the size of every value on the way and the work of going through them are bounded, by counting and
 * by no clock, and its regular expressions take linear time (RE2). It gives a JSON value or says why not. The same expression over the same values gives the same answer.
 *
 * <p>Operations: {@link io.trove.expression.Expression#of} checks and compiles, once; {@link
 * io.trove.expression.Expression#over} evaluates, from any number of threads. {@link
 * io.trove.expression.Unusable} says where an expression is wrong; {@link io.trove.expression.Answer} is what came out.
 *
 * <p>Numbers: a JSON number that is whole and fits 64 bits is an {@code int}, any other a {@code double}; so {@code 1.0},
 * which canonical JSON writes as {@code 1}, is an {@code int}. They compare by value; arithmetic wants both of one kind, and
 * {@code double(x)} or {@code int(x)} makes them so. What canonical JSON cannot carry is refused, not rounded.
 *
 * <p>Out of scope: what an expression is for. Lifts, folds and commands use it.
 *
 * <p><em>Why a package of its own: four components compute, and one sandbox is easier to trust than four.</em>
 */
package io.trove.expression;
