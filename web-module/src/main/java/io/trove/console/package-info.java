/**
 * The pages for the people who run Trove and for auditors.
 *
 * <p>Promises: what a page shows is what the caller may see, through the same facades as the API; each page has an
 * address that can be sent to a colleague; everything that came from an event is escaped; nothing is loaded from
 * elsewhere, and no script runs without the response's nonce.
 *
 * <p>Operations: {@link io.trove.console.Login} and {@link io.trove.console.Logout};
 * {@link io.trove.console.Chosen}, the ledger that a page is about, and {@link io.trove.console.Room}, what there are
 * pages for and what each takes; {@link io.trove.console.Told}, what came of a deed; a backing bean a page, with the
 * page's stem: {@link io.trove.console.Home}, {@link io.trove.console.Events}, {@link io.trove.console.Event}, {@link
 * io.trove.console.Entities}, {@link io.trove.console.Entity}, {@link io.trove.console.Recording};
 * {@link io.trove.console.Export} gives what a page of events shows as a file. Scripts draw the graph of links and the
 * path of a proof from the API's answers.
 *
 * <p>Out of scope: who may see what ({@code io.trove.access}); who is signed in ({@code io.trove.api} keeps the door).
 *
 * <p><em>Why are there few widgets? A page that is plain HTML is quick, works with a keyboard and needs no script;
 * PrimeFaces draws what HTML cannot.</em>
 */
package io.trove.console;
