/**
 * The walls of the house, read from the compiled classes and the sources of every module.
 *
 * <p>Promises: the build fails when a component uses one above it, when faces reach past facades and values, when a
 * specification is missing.
 *
 * <p>Out of scope: what compilers and formatters see by themselves.
 *
 * <p><em>Why a test and not modules? One module a component would be thirty builds for one deployment.</em>
 */
package io.trove.house;
