/**
 * The benchmark of what is made of pictures: the service's own way and that of npm {@code sharp}, on the same pictures in turn.
 *
 * <p>What must never happen: one of the two does less than the other, or a figure of which it is not known what was counted.
 */
package app.vstrivia.local.bench.pictures;
