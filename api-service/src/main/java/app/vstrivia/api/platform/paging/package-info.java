/**
 * Lists that can grow come in pages: {@code limit} (1 to {@value app.vstrivia.api.platform.paging.PageRequest#MOST}) says how
 * much, {@code cursor} where to go on, and {@code next} of the answer is the cursor of the next page, null on the last one.
 *
 * <p>A cursor holds the sort key of the last item, so that pages neither repeat nor skip what was there all the time. It is
 * opaque to clients and needs no signature: it is a position in a list that the caller may read anyway, and is checked like
 * any other input.
 */
package app.vstrivia.api.platform.paging;
