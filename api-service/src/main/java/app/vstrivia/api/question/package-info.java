/**
 * The question bank: what a question is, and its tables {@code category}, {@code question_bucket}, {@code question_pool},
 * {@code question}, {@code question_tag} with {@code question_tag_pool} and {@code question_tag_slot}, and {@code question_likeness}.
 *
 * <p>{@code format} reads and writes files, {@code importing} puts what they hold into the bank, {@code exporting} takes it out
 * again, {@code likeness} finds what is much alike, {@code bank} finds questions and changes their status, {@code lineup} draws from them, {@code play} counts how they were
 * answered, {@code report} keeps what players find wrong with them.
 *
 * <p>A question belongs to the bucket of its language, category and difficulty, to the same one as long as it is approved. A bucket has a pool for the questions of
 * choices and one for each other type ({@code QuestionPool}). A question is <em>in</em> its pool, under one of the dense places 0
 * … size − 1 and the draw slot made of it, exactly as long as it is approved. So a draw of some types stays uniform and cheap,
 * and the version that knew choices alone draws nothing that it does not know.
 *
 * <p>Categories are a tree. The slug of a narrower one begins with that of the wider one, which is set when it is made and never
 * later, so there are no circles. Who asks for a category means the narrower ones, too.
 *
 * <p>A question may be about a picture or video, a medium of {@code media}, which it holds from then on. It is approved after its
 * medium; what rounds show of it is then in {@code question.shown}, and its files in the public bucket.
 *
 * <p>What must never happen: the same question twice in the bank, a gap in a bucket's ordinals, or a question without exactly
 * known right answers, polls aside, which have none.
 */
package app.vstrivia.api.question;
