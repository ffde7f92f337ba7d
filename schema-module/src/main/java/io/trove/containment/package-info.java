/**
 * Whether every document of one JSON Schema is a document of another, and a document that shows it when not.
 *
 * <p>Promises: {@link io.trove.containment.Finding.Answer#MET} is proven, {@link
 * io.trove.containment.Finding.Answer#BROKEN} carries a document that both validators were asked about, and what is
 * neither is said to be neither. The answer comes within the time given, with what is known by then.
 *
 * <p>Operations: {@link io.trove.containment.Containment#of}.
 *
 * <p>How: both schemas of drafts 07, 2019-09 and 2020-12 are read into claims; the outer one is taken apart into its atoms;
 * for each atom a value is looked for that satisfies the inner schema and not the atom. The claims of that question are
 * taken apart by logic until they speak of one kind of value, and are then solved: numbers by intervals and multiples,
 * texts by automata, arrays and objects by choosing what must be there and asking the same question for each part.
 *
 * <p>Out of scope: validation itself, which is given; which direction a compatibility asks for; keywords that depend on
 * where a schema is used from ({@code $dynamicRef} with several anchors), which are left open and guessed at.
 *
 * <p><em>Why a search and not a table of allowed changes: a table knows keywords and not what they mean together, so it
 * refuses changes that break nothing and lets through some that do.</em>
 */
package io.trove.containment;
